import { makeStyles } from '@material-ui/core/styles';
import {
  Counts,
  OverallStatus,
  STATUSES,
} from '@callboard/plugin-callboard-common';
import { PHONE } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { ObservedShare } from './ObservedShare';
import { StatusCount } from './StatusCount';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'stretch',
    gap: 8,
    [PHONE]: {
      display: 'grid',
      gridTemplateColumns: 'repeat(4, 1fr)',
      gap: 6,
    },
  },
});

/** Services by status. The numbers are the status filter. */
export function StatusCounts(props: {
  readonly counts: Counts | undefined;
  readonly selected: readonly OverallStatus[];
  onChange(selected: readonly OverallStatus[]): void;
}) {
  const { counts, selected, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const toggle = (status: OverallStatus) =>
    onChange(
      selected.includes(status)
        ? selected.filter(other => other !== status)
        : [...selected, status],
    );
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('board.countsLabel')}
    >
      {STATUSES.map(status => (
        <StatusCount
          key={status}
          status={status}
          count={counts?.[status]}
          pressed={selected.includes(status)}
          onToggle={toggle}
        />
      ))}
      {counts && (
        <ObservedShare
          counts={counts}
          pressed={selected.includes('none')}
          onToggle={() => toggle('none')}
        />
      )}
    </div>
  );
}
