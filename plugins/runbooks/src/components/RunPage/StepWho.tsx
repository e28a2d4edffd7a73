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

/** Who did what with a step, when, and what was noted. */
export function StepWho(props: {
  readonly step: RunStep;
  readonly className?: string;
}) {
  const { state, by, at, note, textBy } = props.step;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const atMs = at && Date.parse(at);
  const who =
    by &&
    atMs &&
    t(SENTENCES[state], {
      person: personName(by),
      time: words.short(atMs, now),
      duration: words.duration(now - atMs),
    });
  const isOfAnother = textBy !== undefined && textBy !== by;
  const said = [
    who,
    note && `“${note}”`,
    note && isOfAnother && personName(textBy),
  ].filter(Boolean);
  if (said.length === 0) {
    return null;
  }
  return (
    <p className={props.className} title={atMs ? words.full(atMs) : undefined}>
      {said.join(' · ')}
    </p>
  );
}
