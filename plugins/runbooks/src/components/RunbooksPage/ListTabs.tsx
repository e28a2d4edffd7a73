import { makeStyles } from '@material-ui/core/styles';
import { statusTokens, ViewTab } from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { isSameView, writeView, type ListView } from '../../list/listView';
import { NAMED_VIEWS, type NamedViewId } from '../../list/namedViews';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    overflowX: 'auto',
    scrollbarWidth: 'none',
    borderBottom: `1px solid ${statusTokens(theme).border}`,
  },
}));

/** The views that everybody has, each a link with the number of its runbooks. */
export function ListTabs(props: {
  readonly view: ListView;
  readonly counts: Readonly<Partial<Record<NamedViewId, number>>>;
}) {
  const { view, counts } = props;
  const classes = useStyles();
  const t = useTexts();
  const list = useRunbookPaths().list();
  return (
    <nav className={classes.root} aria-label={t('list.views')}>
      {NAMED_VIEWS.map(named => {
        const query = writeView(named.view).toString();
        return (
          <ViewTab
            key={named.id}
            name={t(`list.view.${named.id}`)}
            to={query ? `${list}?${query}` : list}
            current={isSameView(named.view, view)}
            count={counts[named.id]}
          />
        );
      })}
    </nav>
  );
}
