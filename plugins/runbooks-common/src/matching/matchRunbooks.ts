import { parseEntityRef } from '@backstage/catalog-model';
import type { ExternalRunbook, MatchItem } from '../api';
import { isVerified } from '../lifecycle';
import type { MatchQuestion, RunbookSummary } from '../words';
import type { MatchCandidate, MatchContext, Reason } from './MatchContext';
import {
  leadToTheSame,
  matchedReasons,
  placeOf,
  plainMatchValue,
  total,
} from './matchedReasons';

/** What belonging counts. @public */
export const RELATION_SCORES = { own: 40, system: 20, owner: 15 } as const;

/** From here up a runbook fits. @public */
export const MATCH_MIN_SCORE = 45;

interface Match {
  readonly candidate: MatchCandidate;
  readonly item: MatchItem;
}

/**
 * Runbooks that fit a finding, best first, each with the reasons in sentences. Only published ones
 * count. Runbooks that are pinned to the entity, and links of the entity itself, always do.
 * @public
 */
export function matchRunbooks(
  question: MatchQuestion,
  candidates: readonly MatchCandidate[],
  context: MatchContext,
): MatchItem[] {
  const links = new Set(candidates.filter(isExternal));
  return withQuestionsUrl(question, candidates, context)
    .flatMap(candidate => {
      // that of the alert is none that the entity links
      const linked = isExternal(candidate) && links.has(candidate);
      return matchOf(question, { candidate, linked }, context) ?? [];
    })
    .sort((one, other) => compare(one, other, context.now))
    .map(({ item }) => item);
}

/** The `runbook_url` of an alert is a runbook too, unless one of ours answers for it. */
function withQuestionsUrl(
  { runbookUrl, alertname }: MatchQuestion,
  candidates: readonly MatchCandidate[],
  { entityRef }: MatchContext,
): readonly MatchCandidate[] {
  const [internal, external] = [
    candidates.filter(isInternal),
    candidates.filter(isExternal),
  ];
  const answered =
    !runbookUrl ||
    !/^https?:\/\//i.test(runbookUrl.trim()) ||
    external.some(
      ({ url }) =>
        leadToTheSame(url, runbookUrl) &&
        (placeOf(url) || !placeOf(runbookUrl)),
    ) ||
    internal.some(
      runbook =>
        runbook.state === 'published' && isNamedBy(runbook, runbookUrl),
    );
  const named: readonly ExternalRunbook[] = answered
    ? []
    : [
        {
          external: true,
          title: alertname ? `Runbook of ${alertname}` : 'Runbook of the alert',
          url: runbookUrl.trim(),
          entityRef,
        },
      ];
  const byUrl = new Map<string, ExternalRunbook>();
  for (const one of [...external, ...named]) {
    const page = plainMatchValue('runbookUrl', one.url);
    const key = `${page}#${placeOf(one.url)}`;
    if (!byUrl.has(key)) byUrl.set(key, one);
  }
  return [...internal, ...byUrl.values()];
}

function matchOf(
  question: MatchQuestion,
  {
    candidate,
    linked,
  }: { readonly candidate: MatchCandidate; readonly linked: boolean },
  context: MatchContext,
): Match | undefined {
  const own = isSame(candidate.entityRef, context.entityRef);
  const pinned = own && (isExternal(candidate) ? linked : candidate.pinned);
  if (isInternal(candidate) && candidate.state !== 'published') {
    return undefined;
  }
  const reasons = [
    ...(isExternal(candidate)
      ? externalReasons(question, candidate)
      : internalReasons(question, candidate)),
    ...relationReasons(candidate, context),
  ];
  const score = total(reasons);
  if (score < MATCH_MIN_SCORE && !pinned) {
    return undefined;
  }
  const because = reasons.map(reason => `${reason.sentence} (${reason.score})`);
  if (pinned) {
    because.push(
      isExternal(candidate)
        ? `A link of ${nameOf(context.entityRef)}`
        : `Pinned to ${nameOf(context.entityRef)}`,
    );
  }
  return { candidate, item: { runbook: candidate, score, because } };
}

function internalReasons(
  question: MatchQuestion,
  runbook: RunbookSummary,
): readonly Reason[] {
  const { runbookUrl, alertname } = question;
  return matchedReasons(question, [
    ...runbook.matches,
    ...(runbookUrl && isNamedBy(runbook, runbookUrl) ? [{ runbookUrl }] : []),
    // the file of a runbook is often named for its alert
    ...(alertname && isTitleOf(runbook, alertname) ? [{ alertname }] : []),
  ]);
}

function isTitleOf({ title }: RunbookSummary, alertname: string): boolean {
  return (
    plainMatchValue('alertname', title) ===
    plainMatchValue('alertname', alertname)
  );
}

function externalReasons(
  { runbookUrl }: MatchQuestion,
  { url }: ExternalRunbook,
): readonly Reason[] {
  return matchedReasons({ runbookUrl }, [{ runbookUrl: url }]);
}

/** Whether an address is the page of this runbook in the portal, or one of its matchers. */
function isNamedBy(runbook: RunbookSummary, runbookUrl: string): boolean {
  const asked = plainMatchValue('runbookUrl', runbookUrl);
  return (
    asked.split('?')[0].endsWith(`/runbooks/${runbook.id}`) ||
    runbook.matches.some(
      matcher =>
        matcher.runbookUrl !== undefined &&
        leadToTheSame(matcher.runbookUrl, runbookUrl),
    )
  );
}

function relationReasons(
  { entityRef }: MatchCandidate,
  context: MatchContext,
): readonly Reason[] {
  const { systems = [], owners = [] } = context;
  const name = nameOf(entityRef);
  if (isSame(entityRef, context.entityRef)) {
    return [
      { sentence: `Belongs to ${name} itself`, score: RELATION_SCORES.own },
    ];
  }
  if (systems.some(ref => isSame(ref, entityRef))) {
    return [
      {
        sentence: `Belongs to its ${kindOf(entityRef)} ${name}`,
        score: RELATION_SCORES.system,
      },
    ];
  }
  return owners.some(ref => isSame(ref, entityRef))
    ? [
        {
          sentence: `Belongs to its owner ${name}`,
          score: RELATION_SCORES.owner,
        },
      ]
    : [];
}

/** Better score, then verified, then more often of help, then newer; external ones last. */
function compare(one: Match, other: Match, now: Date): number {
  const [a, b] = [one.candidate, other.candidate];
  if (one.item.score !== other.item.score) {
    return other.item.score - one.item.score;
  }
  if (isExternal(a) || isExternal(b)) {
    return Number(isExternal(a)) - Number(isExternal(b));
  }
  return (
    Number(isVerified(b, now)) - Number(isVerified(a, now)) ||
    b.helpedCount - a.helpedCount ||
    Date.parse(b.updatedAt) - Date.parse(a.updatedAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

function isExternal(candidate: MatchCandidate): candidate is ExternalRunbook {
  return 'external' in candidate;
}

function isInternal(candidate: MatchCandidate): candidate is RunbookSummary {
  return !isExternal(candidate);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function nameOf(entityRef: string): string {
  return parsed(entityRef)?.name ?? entityRef;
}

function kindOf(entityRef: string): string {
  return parsed(entityRef)?.kind.toLowerCase() ?? 'system';
}

function parsed(entityRef: string) {
  try {
    return parseEntityRef(entityRef);
  } catch {
    return undefined;
  }
}
