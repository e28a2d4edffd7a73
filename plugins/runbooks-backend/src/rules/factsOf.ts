import type { TextFacts } from '../store/StoredRunbook';
import { readText } from './readText';

/** Links and names that are kept of one text. */
const KEPT_MAX_COUNT = 100;

/** Links that lead outside, which nobody follows to find out. */
const OUTSIDE = /^\s*(?:https?:|mailto:|tel:|\/\/)/i;

/** What a text holds that may become a problem. */
export function factsOf(content: string): TextFacts {
  const text = readText(content);
  if (!text) {
    return { links: [], alertnames: [] };
  }
  const { links, headings, alertnames } = text;
  const inside = links
    .filter(({ url }) => !OUTSIDE.test(url))
    .slice(0, KEPT_MAX_COUNT);
  const leadsToAnchor = inside.some(({ url }) => url.trim().startsWith('#'));
  return {
    links: inside,
    ...(leadsToAnchor && { anchors: headings.map(({ anchor }) => anchor) }),
    alertnames: alertnames.slice(0, KEPT_MAX_COUNT),
  };
}
