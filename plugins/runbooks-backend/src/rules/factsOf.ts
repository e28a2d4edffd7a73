import type {
  ParsedRunbook,
  RunbookLink,
} from '@callboard/plugin-runbooks-common';
import type { TextFacts } from '../store/StoredRunbook';

/** Links and names that are kept of one text: far more than any needs, because lists carry them. */
const KEPT_MAX_COUNT = 1_000;

/** Links that lead outside, which nobody follows to find out. */
const OUTSIDE = /^\s*(?:https?:|mailto:|tel:|\/\/)/i;

/** What a text holds that may become a problem. */
export function factsOf(text: ParsedRunbook): TextFacts {
  const { links, headings, plainLine } = text;
  const byUrl = new Map<string, RunbookLink>();
  for (const link of links) {
    if (!OUTSIDE.test(link.url) && !byUrl.has(link.url)) {
      byUrl.set(link.url, link);
    }
  }
  const inside = [...byUrl.values()].slice(0, KEPT_MAX_COUNT);
  const leadsToAnchor = inside.some(({ url }) => url.trim().startsWith('#'));
  return {
    links: inside,
    ...(leadsToAnchor && { anchors: headings.map(({ anchor }) => anchor) }),
    alertnames: alertnamesIn(text).slice(0, KEPT_MAX_COUNT),
    ...(plainLine !== undefined && { plainLine }),
  };
}

/**
 * The alerts that a text is about for certain. A title like `PostgreSQL` looks like an alert as
 * well; it is one where the text goes on to say what the alert means.
 */
function alertnamesIn(text: ParsedRunbook): readonly string[] {
  const { title, sections, frontMatter, alertnames } = text;
  const isTitled = sections.some(({ kind }) => kind === 'meaning');
  const isMatched = frontMatter.matches?.some(
    ({ alertname }) => alertname === title,
  );
  return isTitled || isMatched
    ? alertnames
    : alertnames.filter(name => name !== title);
}
