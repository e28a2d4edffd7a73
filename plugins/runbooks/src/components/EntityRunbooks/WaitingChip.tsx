import { useTimeWords } from '@callboard/plugin-callboard-react';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import { HintChip } from './HintChip';
import { useStyles } from './useStyles';

/** That a change of a published runbook waits for a review. */
export function WaitingChip(props: {
  readonly runbook: Pick<RunbookSummary, 'version' | 'waiting'>;
}) {
  const { waiting, version } = props.runbook;
  const classes = useStyles();
  const t = useTexts();
  const times = useTimeWords();
  if (!waiting) {
    return null;
  }
  return (
    <HintChip
      hint={t('review.chipHint', {
        waiting: String(waiting.version),
        person: personName(waiting.savedBy),
        instant: times.full(Date.parse(waiting.savedAt)),
        version: String(version),
      })}
      className={classes.waits}
    >
      {t('review.chip', { version: String(waiting.version) })}
    </HintChip>
  );
}
