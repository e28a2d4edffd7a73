import { settleState, type StateQuestion } from './settleState';

const ME = 'user:default/mira';
const OTHER = 'user:default/tom';

const draft = (contentBy: string) => ({ state: 'draft' as const, contentBy });
const published = (contentBy: string) => ({
  state: 'published' as const,
  contentBy,
});

type Case = Omit<StateQuestion, 'by' | 'reviewRequired'>;
type Outcome = 'publishes' | 'waits' | 'neither';

function settle(question: Case, reviewRequired: boolean) {
  const { state, publishes, waits } = settleState({
    ...question,
    by: ME,
    reviewRequired,
  });
  const outcomes: Outcome[] = [
    ...(publishes ? (['publishes'] as const) : []),
    ...(waits ? (['waits'] as const) : []),
  ];
  return [state, outcomes.length > 0 ? outcomes.join(' and ') : 'neither'];
}

/** Somebody changed what is published, and that waits. */
const waiting = (contentBy: string, differs = true) => ({
  before: draft(contentBy),
  differs,
});

describe('settleState', () => {
  it.each<[string, Case, string, Outcome]>([
    ['new', { changed: true }, 'draft', 'neither'],
    [
      'new and published',
      { changed: true, asked: 'published' },
      'published',
      'publishes',
    ],
    [
      'changed',
      { before: published(ME), changed: true, differs: true },
      'published',
      'publishes',
    ],
    [
      'only tagged',
      { before: published(ME), changed: false, differs: false },
      'published',
      'neither',
    ],
    [
      'published',
      { before: draft(ME), asked: 'published', changed: false },
      'published',
      'publishes',
    ],
    [
      'withdrawn',
      { before: published(ME), asked: 'draft', changed: true, differs: true },
      'draft',
      'neither',
    ],
    [
      'changed, and waited when a review was required',
      { ...waiting(ME), changed: true },
      'draft',
      'waits',
    ],
    [
      'published, and waited when a review was required',
      { ...waiting(ME), asked: 'published', changed: false },
      'published',
      'publishes',
    ],
  ])('without a review, %s', (_, question, state, outcome) => {
    expect(settle(question, false)).toEqual([state, outcome]);
  });

  it.each<[string, Case, string, Outcome]>([
    ['new', { changed: true }, 'draft', 'neither'],
    [
      'changed',
      { before: published(OTHER), changed: true, differs: true },
      'draft',
      'waits',
    ],
    [
      'changed and said to be published',
      {
        before: published(OTHER),
        asked: 'published',
        changed: true,
        differs: true,
      },
      'draft',
      'waits',
    ],
    [
      'only tagged',
      { before: published(ME), changed: false, differs: false },
      'published',
      'neither',
    ],
    [
      "published, somebody else's",
      { before: draft(OTHER), asked: 'published', changed: false },
      'published',
      'publishes',
    ],
    [
      'withdrawn',
      { before: published(ME), asked: 'draft', changed: true, differs: true },
      'draft',
      'neither',
    ],
    [
      'archived',
      { before: published(ME), asked: 'archived', changed: false },
      'archived',
      'neither',
    ],
    ['changed again', { ...waiting(ME), changed: true }, 'draft', 'waits'],
    [
      'changed again, and saved as a draft',
      { ...waiting(ME), asked: 'draft', changed: true },
      'draft',
      'waits',
    ],
    [
      "published, somebody else's change",
      { ...waiting(OTHER), asked: 'published', changed: false },
      'published',
      'publishes',
    ],
    [
      'changed back',
      { ...waiting(ME, false), asked: 'draft', changed: true },
      'published',
      'neither',
    ],
    [
      'archived while a change waits',
      { ...waiting(ME), asked: 'archived', changed: false },
      'archived',
      'neither',
    ],
  ])('with a review, %s', (_, question, state, outcome) => {
    expect(settle(question, true)).toEqual([state, outcome]);
  });

  it.each<[string, Case]>([
    ['new', { asked: 'published', changed: true }],
    ['own', { before: draft(ME), asked: 'published', changed: false }],
    [
      "somebody else's that is changed",
      { before: draft(OTHER), asked: 'published', changed: true },
    ],
    ['an own change', { ...waiting(ME), asked: 'published', changed: false }],
    [
      "somebody else's change that is changed",
      { ...waiting(OTHER), asked: 'published', changed: true },
    ],
  ])('with a review, refuses to publish what is %s', (_, question) => {
    expect(() => settle(question, true)).toThrow('This portal wants a review');
  });
});
