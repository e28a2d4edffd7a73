import { useNow, useTimeWords } from '@callboard/plugin-callboard-react';
import type { RunStep } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';

const SENTENCES = {
  open: 'run.onIt',
  done: 'run.byDone',
  skipped: 'run.bySkipped',
  failed: 'run.byFailed',
  'not-applicable': 'run.byNotApplicable',
} as const;

/** Who did what with a step, when, and what they noted. */
export function StepWho(props: {
  readonly step: RunStep;
  readonly className?: string;
}) {
  const { state, by, at, note } = props.step;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  if (!by || !at) {
    return null;
  }
  const atMs = Date.parse(at);
  return (
    <p className={props.className} title={words.full(atMs)}>
      {t(SENTENCES[state], {
        person: personName(by),
        time: words.short(atMs, now),
      })}
      {note && ` · “${note}”`}
    </p>
  );
}
