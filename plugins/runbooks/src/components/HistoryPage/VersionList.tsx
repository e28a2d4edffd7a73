import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { Versions } from '../../hooks/useVersions';
import { useTexts } from '../../hooks/useTexts';
import type { Comparison } from './useComparison';
import { VersionRow } from './VersionRow';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    maxHeight: '70vh',
    overflow: 'auto',
    [PHONE]: { maxHeight: '40vh' },
  },
  more: {
    padding: 8,
    borderTop: `1px solid ${statusTokens(theme).border}`,
  },
}));

/** Every version with who, when and why; two of them are compared. */
export function VersionList(props: {
  readonly versions: Versions;
  /** The version in force, where the newest waits for a review. */
  readonly inForce?: number;
  readonly comparison: Comparison;
}) {
  const { versions, inForce, comparison } = props;
  const { items = [], total, more, loading } = versions;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const markOf = (version: number, isNewest: boolean) => {
    if (version === inForce) {
      return 'inForce';
    }
    const newest = inForce === undefined ? 'current' : 'waits';
    return isNewest ? newest : undefined;
  };
  return (
    <Panel
      title={t('history.listTitle')}
      subtitle={String(total)}
      busy={loading}
    >
      <ul className={classes.list}>
        {items.map((item, i) => (
          <VersionRow
            key={item.version}
            item={item}
            mark={markOf(item.version, i === 0)}
            comparison={comparison}
          />
        ))}
      </ul>
      {more && (
        <div className={classes.more}>
          <Button className={controls.text} disabled={loading} onClick={more}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
