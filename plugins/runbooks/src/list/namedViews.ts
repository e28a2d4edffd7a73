import { EMPTY_VIEW, OWNER_ME, type ListView } from './listView';

/** Views that everybody has. */
export const NAMED_VIEWS = [
  { id: 'all', view: EMPTY_VIEW },
  { id: 'mine', view: { ...EMPTY_VIEW, owner: [OWNER_ME] } },
  {
    id: 'review',
    view: {
      ...EMPTY_VIEW,
      problem: [
        'step-wrong',
        'no-help',
        'review-overdue',
        'not-understood',
        'broken-link',
        'review-due',
      ],
    },
  },
  { id: 'drafts', view: { ...EMPTY_VIEW, state: ['draft'] } },
  { id: 'archived', view: { ...EMPTY_VIEW, state: ['archived'] } },
] as const satisfies readonly {
  readonly id: string;
  readonly view: ListView;
}[];

/** The name of a view that everybody has. */
export type NamedViewId = (typeof NAMED_VIEWS)[number]['id'];
