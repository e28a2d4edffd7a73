import { Aspect, HEALTH_ASPECTS, Impact, OverallStatus } from '../words';
import { ComparableFinding, worstFinding } from './findings';
import { worstOf } from './worstOf';

/** What is needed of an aspect to make up the status of a service. @public */
export interface OverallPart<F extends ComparableFinding> {
  readonly status: OverallStatus;
  readonly findings: readonly F[];
}

/** The status of a service, and why. @public */
export interface ComposedOverall<F extends ComparableFinding> {
  readonly status: OverallStatus;
  /** Who feels it; absent where nothing is bad. */
  readonly impact?: Impact;
  /** The worst finding of all, and the aspect that it belongs to. */
  readonly worst?: { readonly aspect: Aspect; readonly finding: F };
}

/**
 * Makes up the status of a service of its health aspects; readiness stays outside. `none` where
 * nothing is connected.
 * @public
 */
export function composeOverall<F extends ComparableFinding>(
  aspects: Partial<Record<Aspect, OverallPart<F>>>,
): ComposedOverall<F> {
  const parts = HEALTH_ASPECTS.flatMap(aspect => {
    const part = aspects[aspect];
    return part ? [{ aspect, ...part }] : [];
  });
  const status = worstOf(parts.map(part => part.status));
  const findings = parts.flatMap(part =>
    part.findings.map(finding => ({ aspect: part.aspect, finding })),
  );
  const worst = worstFinding(findings.map(({ finding }) => finding));
  const origin = findings.find(({ finding }) => finding === worst);
  if (!origin || status === 'ok' || status === 'none') {
    return { status };
  }
  return { status, impact: origin.finding.impact, worst: origin };
}
