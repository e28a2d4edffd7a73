import { settleState, type StateQuestion } from './settleState';

const ME = 'user:default/mira';
const OTHER = 'user:default/tom';

const draft = (contentBy: string) => ({ state: 'draft' as const, contentBy });
const published = (contentBy: string) => ({
  state: 'published' as const,
  contentBy,
});

type Case = Omit<StateQuestion, 'by' | 'reviewRequired'>;

describe('settleState', () => {
  it.each<[string, Case, string, boolean]>([
    ['new', { changed: true }, 'draft', false],
    [
      'new and published',
      { changed: true, asked: 'published' },
      'published',
      true,
    ],
    ['changed', { before: published(ME), changed: true }, 'published', true],
    [
      'only tagged',
      { before: published(ME), changed: false },
      'published',
      false,
    ],
    [
      'published',
      { before: draft(ME), asked: 'published', changed: false },
      'published',
      true,
    ],
    [
      'withdrawn',
      { before: published(ME), asked: 'draft', changed: true },
      'draft',
      false,
    ],
  ])('without a review, %s', (_, question, state, publishes) => {
    expect(settleState({ ...question, by: ME, reviewRequired: false })).toEqual(
      { state, publishes },
    );
  });

  it.each<[string, Case, string, boolean]>([
    ['new', { changed: true }, 'draft', false],
    ['changed', { before: published(OTHER), changed: true }, 'draft', false],
    [
      'changed and said to be published',
      { before: published(OTHER), asked: 'published', changed: true },
      'draft',
      false,
    ],
    [
      'only tagged',
      { before: published(ME), changed: false },
      'published',
      false,
    ],
    [
      "published, somebody else's",
      { before: draft(OTHER), asked: 'published', changed: false },
      'published',
      true,
    ],
    [
      'archived',
      { before: published(ME), asked: 'archived', changed: false },
      'archived',
      false,
    ],
  ])('with a review, %s', (_, question, state, publishes) => {
    expect(settleState({ ...question, by: ME, reviewRequired: true })).toEqual({
      state,
      publishes,
    });
  });

  it.each<[string, Case]>([
    ['new', { asked: 'published', changed: true }],
    ['own', { before: draft(ME), asked: 'published', changed: false }],
    [
      "somebody else's that is changed",
      { before: draft(OTHER), asked: 'published', changed: true },
    ],
  ])('with a review, refuses to publish what is %s', (_, question) => {
    expect(() =>
      settleState({ ...question, by: ME, reviewRequired: true }),
    ).toThrow('This portal wants a review');
  });
});
