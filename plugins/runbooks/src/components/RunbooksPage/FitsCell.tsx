import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { useMatcherWords } from '../../hooks/useMatcherWords';
import { useTexts } from '../../hooks/useTexts';
import { HintChip } from '../EntityRunbooks';
import { useTableStyles } from './useTableStyles';

/** More than this makes a row higher than its title. */
const SHOWN_COUNT = 2;

/** What a runbook is for. */
export function FitsCell(props: {
  readonly runbook: Pick<RunbookSummary, 'matches' | 'pinned'>;
}) {
  const { matches, pinned } = props.runbook;
  const classes = useTableStyles();
  const t = useTexts();
  const wordsOf = useMatcherWords();
  const words = [
    ...(pinned ? [t('list.fitsAlways')] : []),
    ...new Set(matches.map(wordsOf)),
  ];
  const rest = words.slice(SHOWN_COUNT);
  if (words.length === 0) {
    return <span className={classes.aside}>{t('list.fitsNothing')}</span>;
  }
  return (
    <>
      {words.slice(0, SHOWN_COUNT).map(word => (
        <span key={word} className={classes.code}>
          {word}
        </span>
      ))}
      {rest.length > 0 && (
        <HintChip hint={rest.join('; ')}>
          {t('list.fitsMore', { number: String(rest.length) })}
        </HintChip>
      )}
    </>
  );
}
