import type { Matcher, MatchQuestion } from '../words';
import type { Reason } from './MatchContext';

/** What agreement counts, by what agrees. @public */
export const MATCH_SCORES = {
  runbookUrl: 100,
  alertname: 50,
  code: 45,
  aspect: 10,
} as const;

type Key = keyof Matcher;

const SENTENCES: Readonly<Record<Key, (value: string) => string>> = {
  runbookUrl: () => 'The alert names it as its runbook',
  alertname: value => `Written for the alert ${value}`,
  code: value => `Written for the finding ${value}`,
  aspect: value => `Written for ${value}`,
};

const KEYS: readonly Key[] = ['runbookUrl', 'alertname', 'code', 'aspect'];

/** Why the best of some matchers agrees with a question; nothing where none does. */
export function matchedReasons(
  question: MatchQuestion,
  matchers: readonly Matcher[],
): readonly Reason[] {
  return matchers
    .map(matcher => reasonsOf(question, matcher))
    .reduce(
      (best, reasons) => (total(reasons) > total(best) ? reasons : best),
      [],
    );
}

/** All given keys have to agree. */
function reasonsOf(
  question: MatchQuestion,
  matcher: Matcher,
): readonly Reason[] {
  const given = KEYS.filter(key => matcher[key] !== undefined);
  const agree = given.every(key => agrees(key, matcher[key], question[key]));
  return agree
    ? given.map(key => ({
        sentence: SENTENCES[key](question[key] ?? ''),
        score: MATCH_SCORES[key],
      }))
    : [];
}

function agrees(
  key: Key,
  wanted: string | undefined,
  asked: string | undefined,
): boolean {
  if (wanted === undefined || asked === undefined) {
    return false;
  }
  return key === 'runbookUrl'
    ? leadToTheSame(wanted, asked)
    : plainMatchValue(key, wanted) === plainMatchValue(key, asked);
}

/**
 * Whether two addresses lead to the same runbook: to one page, and to no two places of it. Many
 * alerts share a page and differ in what stands behind its `#`.
 */
export function leadToTheSame(one: string, other: string): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return (
    plainMatchValue('runbookUrl', one) ===
      plainMatchValue('runbookUrl', other) &&
    (a === '' || b === '' || a === b)
  );
}

/** What stands behind the `#` of an address. */
export function placeOf(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? '' : url.slice(at + 1).trim();
}

/**
 * A value of a matcher as it is compared: names without regard to case, addresses without what
 * does not change to which page they lead.
 * @public
 */
export function plainMatchValue(key: keyof Matcher, value: string): string {
  const plain = value.trim();
  if (key === 'alertname') {
    // titles write "Kube Pod Crash Looping"
    return plain.toLowerCase().replace(/\s+/g, '');
  }
  if (key !== 'runbookUrl') {
    return plain.toLowerCase();
  }
  try {
    const url = new URL(plain);
    const path = url.pathname.replace(/(?:\/index\.html?)?\/*$/, '');
    return `${url.host}${path}${url.search}`;
  } catch {
    return plain;
  }
}

export function total(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { score }) => sum + score, 0);
}
