import { aDraft } from '../__testUtils__/editorBuilders';
import { aRunbook } from '../__testUtils__/FakeRunbookStore';
import { draftOffer } from './draftOffer';

const MINE = aDraft({ content: 'mine\n' });

describe('draftOffer', () => {
  it.each([
    ['there is none', undefined, aRunbook(), 'none'],
    ['nobody saved since', MINE, aRunbook(), 'continue'],
    ['somebody saved since', MINE, aRunbook({ version: 8 }), 'ask'],
    ['it is for a new runbook', MINE, undefined, 'continue'],
    [
      'it was saved meanwhile',
      MINE,
      aRunbook({ version: 8, content: 'mine\n' }),
      'none',
    ],
  ])('where %s', (_name, draft, saved, type) => {
    expect(draftOffer(draft, saved).type).toBe(type);
  });
});
