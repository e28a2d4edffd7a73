import type { Link, Observation } from '@callboard/plugin-callboard-common';

/**
 * The links of all observations, each address once. Where several have the same title, each says
 * which subject it is about.
 */
export function distinctLinks(observations: readonly Observation[]): Link[] {
  const byUrl = new Map<string, Link & { subject: string }>();
  for (const { links, subject } of observations) {
    for (const link of links) {
      byUrl.set(link.url, { ...link, subject });
    }
  }
  const all = [...byUrl.values()];
  return all.map(({ title, url, subject }) => ({
    url,
    title:
      all.filter(other => other.title === title).length > 1
        ? `${title} ${subject}`
        : title,
  }));
}
