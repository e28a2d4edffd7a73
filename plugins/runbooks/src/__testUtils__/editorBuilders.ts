import type { Draft } from '../editor/Draft';
import type { EditedRunbook } from '../editor/editedRunbook';

/** A runbook as it is edited. */
export function anEdited(change: Partial<EditedRunbook> = {}): EditedRunbook {
  return {
    entityRef: 'component:default/checkout-api',
    title: 'Checkout out of memory',
    content: '## Meaning\n\nThe heap is full.\n',
    tags: ['memory'],
    matches: [{ code: 'crash-loop' }],
    owner: 'group:default/team-checkout',
    reviewBy: '2027-05-03',
    reviewers: [],
    pinned: false,
    ...change,
  };
}

/** A text that is not saved yet. */
export function aDraft(change: Partial<EditedRunbook> = {}): Draft {
  return {
    baseVersion: 7,
    edited: anEdited(change),
    note: '',
    keptAt: '2026-11-24T14:40:03.000Z',
  };
}
