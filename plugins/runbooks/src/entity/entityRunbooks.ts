import type {
  ExternalRunbook,
  FindingSnapshot,
  MatchItem,
  MatchQuestion,
  RunbookSummary,
} from '@callboard/plugin-runbooks-common';

/** A finding that a runbook fits, and why. */
export interface Fit {
  readonly finding: FindingSnapshot;
  readonly because: readonly string[];
}

/** A runbook on the page of an entity. */
export interface EntityRunbook {
  readonly runbook: RunbookSummary | ExternalRunbook;
  /** Findings of now that it fits, worst first. */
  readonly fits: readonly Fit[];
  /** Belongs neither to the entity nor to what it inherits from. */
  readonly foreign: boolean;
}

/** Whether a runbook is kept elsewhere. */
export function isExternal(
  runbook: RunbookSummary | ExternalRunbook,
): runbook is ExternalRunbook {
  return 'external' in runbook;
}

/** What is asked for a finding. */
export function questionOf(finding: FindingSnapshot): MatchQuestion {
  const { aspect, code, alertname, runbookUrl } = finding;
  return {
    ...(aspect && { aspect }),
    ...(code && { code }),
    ...(alertname && { alertname }),
    ...(runbookUrl && { runbookUrl }),
  };
}

interface Known {
  readonly runbook: EntityRunbook['runbook'];
  readonly fits: Fit[];
  score: number;
}

/**
 * Runbooks of an entity in the order in which somebody needs them: those that fit what is wrong
 * now, best first; then pinned ones, other published ones, links to elsewhere, and drafts.
 */
export function orderEntityRunbooks(options: {
  /** Its own and inherited ones. */
  readonly runbooks: readonly RunbookSummary[];
  /** What fits no finding in particular: pinned ones and links of the entity. */
  readonly always: readonly MatchItem[];
  readonly findings: readonly FindingSnapshot[];
  /** For each finding. */
  readonly matches: readonly (readonly MatchItem[])[];
}): EntityRunbook[] {
  const { runbooks, always, findings, matches } = options;
  const known = new Map<string, Known>();
  const knownOf = (runbook: EntityRunbook['runbook']): Known => {
    const key = keyOf(runbook);
    const one = known.get(key) ?? { runbook, fits: [], score: 0 };
    known.set(key, one);
    return one;
  };
  const family = new Set(runbooks.map(({ id }) => id));
  runbooks.forEach(knownOf);
  always.forEach(({ runbook }) => knownOf(runbook));
  const unasked = new Set(always.map(({ runbook }) => keyOf(runbook)));
  findings.forEach((finding, at) => {
    for (const { runbook, score, because } of matches[at] ?? []) {
      const one = knownOf(runbook);
      const best = always.find(item => keyOf(item.runbook) === keyOf(runbook));
      // What stands there whatever is wrong fits a finding only where the finding adds a reason.
      if (!unasked.has(keyOf(runbook)) || score > (best?.score ?? 0)) {
        one.fits.push({ finding, because });
        one.score = Math.max(one.score, score);
      }
    }
  });
  return [...known.values()]
    .sort(
      (one, other) =>
        other.score - one.score ||
        rank(one.runbook) - rank(other.runbook) ||
        one.runbook.title.localeCompare(other.runbook.title),
    )
    .map(({ runbook, fits }) => ({
      runbook,
      fits,
      foreign: !isExternal(runbook) && !family.has(runbook.id),
    }));
}

/** The same for the same runbook. */
export function keyOf(runbook: EntityRunbook['runbook']): string {
  return isExternal(runbook) ? runbook.url : runbook.id;
}

function rank(runbook: EntityRunbook['runbook']): number {
  if (isExternal(runbook)) {
    return 2;
  }
  if (runbook.state !== 'published') {
    return 3;
  }
  return runbook.pinned ? 0 : 1;
}
