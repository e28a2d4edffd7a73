import { act, renderHook } from '@testing-library/react';
import { aDraft } from '../__testUtils__/editorBuilders';
import { DraftStore } from '../editor/DraftStore';
import { useKeptDraft } from './useKeptDraft';

const KEY = { runbook: 'rb-1', user: 'user:default/mira.okafor' };

describe('useKeptDraft', () => {
  const store = DraftStore.create({ storage: localStorage });
  const stored = () => store.read(KEY)?.edited.content;

  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const start = () =>
    renderHook(
      ({ text }: { text: string | undefined }) => {
        const draft =
          text === undefined ? undefined : aDraft({ content: text });
        return useKeptDraft({ store, draftKey: KEY, draft });
      },
      { initialProps: { text: undefined as string | undefined } },
    );
  const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

  it('keeps what was typed at a pause', () => {
    const { rerender } = start();
    rerender({ text: 'a' });
    pass(500);
    expect(stored()).toBeUndefined();
    pass(200);
    expect(stored()).toBe('a');
  });

  it('keeps now and then what somebody types without a pause', () => {
    const { rerender } = start();
    for (let i = 0; i < 12; i++) {
      rerender({ text: `text ${i}` });
      pass(500);
    }
    expect(stored()).toMatch(/^text \d+$/);
  });

  it.each([
    ['goes away', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'is hidden',
      () => {
        jest
          .spyOn(document, 'visibilityState', 'get')
          .mockReturnValueOnce('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('keeps at once when the page %s', (_name, happen) => {
    const { rerender } = start();
    rerender({ text: 'a' });
    act(() => {
      happen();
    });
    expect(stored()).toBe('a');
  });

  it('keeps at once when the editor is left', () => {
    const { rerender, unmount } = start();
    rerender({ text: 'a' });
    unmount();
    expect(stored()).toBe('a');
  });

  it('forgets what is saved or discarded', () => {
    const { rerender } = start();
    rerender({ text: 'a' });
    pass(700);
    rerender({ text: undefined });
    expect(stored()).toBeUndefined();
  });
});
