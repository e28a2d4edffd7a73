import type {
  Aspect,
  Finding,
  ServiceDetail,
} from '@callboard/plugin-callboard-common';
import { ASPECTS, FINDING_STATUSES } from '@callboard/plugin-callboard-common';
import { countingObservations } from './countingObservations';

/** A finding and where it comes from, as far as that is known. */
export interface ListedFinding {
  readonly finding: Finding;
  readonly aspect: Aspect;
  readonly source?: string;
  readonly subject?: string;
}

/** Findings of a service: what is wrong, and what is only worth reading. */
export interface ListedFindings {
  /** Worst first; within a status what customers feel first, then the newest. */
  readonly problems: readonly ListedFinding[];
  readonly notes: readonly ListedFinding[];
}

function compare(a: ListedFinding, b: ListedFinding): number {
  return (
    FINDING_STATUSES.indexOf(a.finding.status) -
      FINDING_STATUSES.indexOf(b.finding.status) ||
    Number(a.finding.impact === 'delivery') -
      Number(b.finding.impact === 'delivery') ||
    Date.parse(b.finding.since) - Date.parse(a.finding.since)
  );
}

/** Every finding of a service once, in the order in which someone should read them. */
export function listFindings(service: ServiceDetail): ListedFindings {
  const byFingerprint = new Map<string, ListedFinding>();
  const counting = countingObservations(service.observations);
  for (const { findings, aspect, source, subject } of counting) {
    for (const finding of findings) {
      byFingerprint.set(finding.fingerprint, {
        finding,
        aspect,
        source,
        subject,
      });
    }
  }
  for (const aspect of ASPECTS) {
    for (const finding of service.aspects[aspect]?.findings ?? []) {
      if (!byFingerprint.has(finding.fingerprint)) {
        byFingerprint.set(finding.fingerprint, { finding, aspect });
      }
    }
  }
  const all = [...byFingerprint.values()].sort(compare);
  return {
    problems: all.filter(({ finding }) => finding.status !== 'note'),
    notes: all.filter(({ finding }) => finding.status === 'note'),
  };
}
