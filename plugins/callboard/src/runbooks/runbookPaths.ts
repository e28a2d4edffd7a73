import type { Finding } from '@callboard/plugin-callboard-common';
import { runbookQuestion, type AskedFinding } from './runbookQuestion';

/** Longest address that every proxy takes. */
const QUERY_MAX_COUNT = 4_000;

interface Asked extends AskedFinding {
  readonly entityRef: string;
}

/**
 * The page of a runbook, told what it is opened for: the service, the finding, and the values to
 * fill into commands, each as `p.<name>`.
 */
export function runbookPath(root: string, id: string, asked: Asked): string {
  const query = new URLSearchParams(matchParams(asked));
  const { status, message, since, fingerprint, params }: Finding =
    asked.finding;
  const others = {
    status,
    since,
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [`p.${name}`, value]),
    ),
    fingerprint,
    message,
  };
  for (const [name, value] of Object.entries(others)) {
    const longer = new URLSearchParams(query);
    longer.set(name, value);
    if (longer.toString().length <= QUERY_MAX_COUNT) {
      query.set(name, value);
    }
  }
  return `${root}/${encodeURIComponent(id)}?${query}`;
}

/** The page to write a runbook for a service, or for a finding of it. */
export function newRunbookPath(
  root: string,
  asked: Asked | Pick<Asked, 'entityRef'>,
): string {
  const params = 'finding' in asked ? matchParams(asked) : { ...asked };
  return `${root}/new?${new URLSearchParams(params)}`;
}

function matchParams(asked: Asked): Record<string, string> {
  return { entityRef: asked.entityRef, ...runbookQuestion(asked) };
}
