import type { Runbook } from '@callboard/plugin-runbooks-common';
import { anEdited } from '../__testUtils__/editorBuilders';
import { aRunbook } from '../__testUtils__/FakeRunbookStore';
import { toWrite } from './editedRunbook';
import { isWritten } from './isWritten';

const WRITE = toWrite(anEdited(), { note: 'why' });

describe('isWritten', () => {
  it.each<[string, Partial<Runbook>, boolean]>([
    ['the same', {}, true],
    ['the same in another state', { state: 'published' }, true],
    ['another text', { content: 'other\n' }, false],
    ['a text with other line ends', { content: '## Meaning\r\n' }, false],
    ['another title', { title: 'other' }, false],
    ['other tags', { tags: [] }, false],
    ['no owner', { owner: undefined }, false],
  ])('of %s', (_name, change, expected) => {
    expect(isWritten(WRITE, aRunbook(change))).toBe(expected);
  });

  it('looks at the state where one was asked for', () => {
    const write = toWrite(anEdited(), { state: 'published' });
    expect(isWritten(write, aRunbook({ state: 'draft' }))).toBe(false);
  });
});
