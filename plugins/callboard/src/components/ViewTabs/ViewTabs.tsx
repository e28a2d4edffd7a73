import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Glyph,
  PHONE,
  statusTokens,
  useControlStyles,
  ViewTab,
} from '@callboard/plugin-callboard-react';
import { BoardView, readView, writeView } from '../../board/boardView';
import {
  currentView,
  NamedViewId,
  NAMED_VIEWS,
  SavedView,
} from '../../board/namedViews';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { SaveViewDialog } from './SaveViewDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'stretch',
    padding: '0 24px',
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${statusTokens(theme).border}`,
    [PHONE]: { padding: '0 4px' },
  },
  views: {
    display: 'flex',
    flex: 1,
    minWidth: 0,
    overflowX: 'auto',
    scrollbarWidth: 'none',
  },
  save: { alignSelf: 'center', [PHONE]: { display: 'none' } },
}));

/** The views that everybody has, those that the viewer saved, and the way to save another. */
export function ViewTabs(props: {
  readonly view: BoardView;
  readonly saved: readonly SavedView[];
  /** Services of a view, by its id or its saved name. */
  readonly counts: Readonly<Partial<Record<NamedViewId, number>>>;
  readonly savedCounts: Readonly<Record<string, number>>;
  onSave(view: SavedView): void;
  onRemove(name: string): void;
}) {
  const { view, saved, counts, savedCounts, onSave, onRemove } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const board = useRouteRef(rootRouteRef)();
  const [saving, setSaving] = useState(false);
  const linkTo = (query: string) => (query ? `${board}?${query}` : board);
  const savedViews = saved.map(({ name, query }) => ({
    name,
    query,
    view: readView(new URLSearchParams(query)),
  }));
  const current = currentView([...NAMED_VIEWS, ...savedViews], view);
  return (
    <nav className={classes.root} aria-label={t('board.views')}>
      <div className={classes.views}>
        {NAMED_VIEWS.map(named => (
          <ViewTab
            key={named.id}
            name={t(`board.view.${named.id}`)}
            to={linkTo(writeView(named.view).toString())}
            current={named === current}
            count={counts[named.id]}
          />
        ))}
        {savedViews.map(one => (
          <ViewTab
            key={`saved ${one.name}`}
            name={one.name}
            to={linkTo(one.query)}
            current={one === current}
            count={savedCounts[one.name]}
            remove={{
              label: t('board.deleteView', { name: one.name }),
              onRemove: () => onRemove(one.name),
            }}
          />
        ))}
      </div>
      <Button
        className={`${controls.text} ${classes.save}`}
        startIcon={<Glyph name="plus" size={16} />}
        onClick={() => setSaving(true)}
      >
        {t('board.saveView')}
      </Button>
      {saving && (
        <SaveViewDialog
          taken={saved.map(({ name }) => name)}
          onClose={() => setSaving(false)}
          onSave={name => {
            setSaving(false);
            onSave({ name, query: writeView(view).toString() });
          }}
        />
      )}
    </nav>
  );
}
