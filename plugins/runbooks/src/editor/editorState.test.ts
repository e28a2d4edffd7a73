import { aDraft } from '../__testUtils__/editorBuilders';
import { aRunbook } from '../__testUtils__/FakeRunbookStore';
import {
  baseOf,
  editorReducer,
  isDirty,
  startOf,
  type EditorAction,
  type EditorState,
} from './editorState';

const BASE = aRunbook({ content: 'a\nb\nc\n' });
const START = startOf(baseOf(BASE));

const after = (...actions: EditorAction[]): EditorState =>
  actions.reduce(editorReducer, START);

const typed = (content: string): EditorAction => ({
  type: 'edit',
  change: { content },
});

const theirs = aRunbook({ content: 'a\nB\nc\n', version: 8 });

describe('editorReducer', () => {
  it.each<[string, EditorAction[], boolean]>([
    ['nothing is done', [], false],
    ['something is typed', [typed('x')], true],
    ['it is typed back', [typed('x'), typed('a\nb\nc\n')], false],
    ['a reason is given', [{ type: 'note', note: 'why' }], true],
    ['it is discarded', [typed('x'), { type: 'discard' }], false],
    ['a draft is back', [{ type: 'restore', draft: aDraft() }], true],
  ])('where %s', (_name, actions, dirty) => {
    expect(isDirty(after(...actions))).toBe(dirty);
  });

  it('has what was written after a save as unsaved', () => {
    const sent = { ...START.mine, content: 'sent\n' };
    const runbook = aRunbook({ content: 'sent\n', version: 8 });
    const saved = after(typed('sent\n and more'), {
      type: 'saved',
      runbook,
      sent,
    });
    expect(saved.mine.content).toBe('sent\n and more');
    expect(saved.base.version).toBe(8);
    expect(isDirty(saved)).toBe(true);
  });

  it('begins from theirs where no place is open', () => {
    const joined = after(typed('a\nb\nc\nd\n'), { type: 'join', theirs });
    expect(joined.base.version).toBe(8);
    expect(joined.mine.content).toBe('a\nB\nc\nd\n');
    expect(joined.conflict).toMatchObject({ placesCount: 0, takenCount: 1 });
  });

  it('still begins from before while a place is open', () => {
    const joined = after(typed('a\nmine\nc\n'), { type: 'join', theirs });
    expect(joined.base.version).toBe(7);
    expect(joined.conflict?.open).toHaveLength(1);
    const settled = editorReducer(joined, { type: 'settle', id: 'text-1' });
    expect(settled.base.version).toBe(8);
    expect(settled.conflict).toMatchObject({ open: [], placesCount: 1 });
  });

  it('joins what a third person saved while the second was joined', () => {
    const once = after(
      typed('a\nmine\nc\n'),
      { type: 'join', theirs },
      { type: 'settle', id: 'text-1' },
    );
    const twice = editorReducer(once, {
      type: 'join',
      theirs: aRunbook({ content: 'a\nB\nC\n', version: 9 }),
    });
    expect(twice.mine.content).toMatch(/^a\nmine\n/);
    expect(twice.conflict).toMatchObject({ baseVersion: 8 });
  });

  it('takes the value that is chosen for a field', () => {
    const joined = after(
      { type: 'edit', change: { title: 'Mine' } },
      { type: 'join', theirs: aRunbook({ title: 'Theirs', version: 8 }) },
      { type: 'settle', id: 'title', field: 'title', value: 'Theirs' },
    );
    expect(joined.mine.title).toBe('Theirs');
  });

  it('counts a text that comes from elsewhere, and none that is typed', () => {
    expect(after(typed('x')).textRevision).toBe(0);
    expect(after(typed('x'), { type: 'discard' }).textRevision).toBe(1);
  });
});
