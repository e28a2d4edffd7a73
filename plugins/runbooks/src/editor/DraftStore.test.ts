import { aDraft } from '../__testUtils__/editorBuilders';
import { DraftStore } from './DraftStore';

const KEY = { runbook: 'rb-1', user: 'user:default/mira' };

describe('DraftStore', () => {
  beforeEach(() => localStorage.clear());

  const store = () => DraftStore.create({ storage: localStorage });

  it('gives back what was kept, also to a page that is loaded later', () => {
    expect(store().keep(KEY, aDraft())).toBe(true);
    expect(store().read(KEY)).toEqual(aDraft());
  });

  it.each([
    ['another runbook', { ...KEY, runbook: 'rb-2' }],
    ['another user', { ...KEY, user: 'user:default/ana' }],
  ])('keeps the drafts of %s apart', (_name, key) => {
    store().keep(KEY, aDraft());
    expect(store().read(key)).toBeUndefined();
  });

  it('forgets what was saved', () => {
    store().keep(KEY, aDraft());
    store().drop(KEY);
    expect(store().read(KEY)).toBeUndefined();
  });

  it.each([
    ['is no JSON', '{'],
    ['has another form', '{"baseVersion":"7"}'],
  ])('takes a draft that %s for none', (_name, stored) => {
    store().keep(KEY, aDraft());
    localStorage.setItem(localStorage.key(0) ?? '', stored);
    expect(store().read(KEY)).toBeUndefined();
  });

  it('says when the device keeps nothing more', () => {
    const full = DraftStore.create({
      storage: {
        getItem: () => null,
        removeItem: () => {},
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    });
    expect(full.keep(KEY, aDraft())).toBe(false);
  });
});
