import { Activity, Finding, Status } from '../words';
import { compareFindings, ComparableFinding } from './findings';
import { compareStatus } from './worstOf';

/** What is needed of an observation to make up an aspect. @public */
export interface AspectPart<F extends ComparableFinding = Finding> {
  readonly status: Status;
  readonly summary: string;
  readonly findings: readonly F[];
  readonly activity?: Activity;
  readonly off?: boolean;
}

/** An aspect made up of its observations. @public */
export interface ComposedAspect<F extends ComparableFinding = Finding> {
  readonly status: Status;
  readonly summary: string;
  readonly findings: F[];
  readonly activity?: Activity;
  readonly off?: boolean;
}

/**
 * Makes up an aspect of its observations: the worst of them gives status and summary. It is off
 * only where every part is. `undefined` where there is no part: absent is not unknown.
 * @public
 */
export function composeAspect<F extends ComparableFinding>(
  parts: readonly AspectPart<F>[],
): ComposedAspect<F> | undefined {
  // What is off says least about the aspect, so what is on speaks for it; and what is ok with a note
  // (it is no production) must not put words of trouble beside a tick.
  const [worst, ...others] = [...parts].sort(
    (a, b) =>
      compareStatus(a.status, b.status) ||
      Number(a.off ?? false) - Number(b.off ?? false) ||
      (a.status === 'ok' ? a.findings.length - b.findings.length : 0),
  );
  if (!worst) {
    return undefined;
  }
  const activity = [worst, ...others].find(part => part.activity)?.activity;
  return {
    status: worst.status,
    summary: worst.summary,
    findings: parts.flatMap(part => part.findings).sort(compareFindings),
    ...(activity && { activity }),
    ...(parts.every(part => part.off) && { off: true }),
  };
}
