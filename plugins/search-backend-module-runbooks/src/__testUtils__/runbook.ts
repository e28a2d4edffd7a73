import type { Runbook } from '@callboard/plugin-runbooks-common';

/** A published runbook. */
export function runbook(overrides: Partial<Runbook> = {}): Runbook {
  const at = '2026-11-26T01:00:00.000Z';
  return {
    id: 'rb-1',
    entityRef: 'component:default/checkout',
    title: 'Pods crash',
    content: '## Meaning\n\nThe **pods** crash.',
    contentHash: 'hash-1',
    tags: ['pods'],
    matches: [],
    state: 'published',
    reviewers: [],
    pinned: false,
    version: 1,
    createdAt: at,
    createdBy: 'user:default/ana',
    updatedAt: at,
    updatedBy: 'user:default/ana',
    helpedCount: 0,
    runsCount: 0,
    problems: [],
    ...overrides,
  };
}
