import { FindingDraft, Verdict } from '../../words';
import { impactOf } from '../findings';
import { toInstant } from '../instants';
import { isBad } from '../worstOf';
import { SettledState } from './state';

/** @public */
export interface ShowSettledOptions {
  /** What was observed. */
  readonly verdict: Verdict;
  /** What that settled into. */
  readonly state: SettledState;
  /** What is shown until now. */
  readonly shown?: Verdict;
}

/**
 * What to show of an observation once it is settled. While a change is not settled, what was shown
 * before stays, with what goes on now beside it; while it flaps, a finding stands for the worst.
 * @public
 */
export function showSettled(options: ShowSettledOptions): Verdict {
  const { verdict, state, shown } = options;
  if (state.status === verdict.status || state.status === 'none') {
    return verdict;
  }
  if (state.flappingSince === undefined) {
    if (shown?.status !== state.status) {
      return verdict;
    }
    const { activity, ...rest } = shown;
    return { ...rest, ...(verdict.activity && { activity: verdict.activity }) };
  }
  const { off, ...rest } = verdict;
  return {
    ...rest,
    status: state.status,
    findings: isBad(state.status)
      ? [flappingFinding(options, state.flappingSince), ...verdict.findings]
      : verdict.findings,
    explanation: {
      ...verdict.explanation,
      inputs: [
        ...verdict.explanation.inputs,
        { name: 'Flaps since', value: toInstant(state.flappingSince) },
      ],
    },
  };
}

function flappingFinding(
  { verdict, state, shown }: ShowSettledOptions,
  since: number,
): FindingDraft {
  const before = shown?.findings ?? [];
  const cause = before.find(({ status }) => status === state.status);
  return {
    code: 'flapping',
    status: state.status === 'failing' ? 'failing' : 'warning',
    message: `Changes between good and bad since ${toInstant(since)}`,
    hint: 'It shows the worst until it is quiet for a while',
    since: toInstant(since),
    impact: cause?.impact ?? impactOf(verdict.findings) ?? 'live',
    params: { ...cause?.params },
    links: [...(cause?.links ?? [])],
  };
}
