import { renderHook, waitFor } from '@testing-library/react';
import { useParsedRunbook } from './useParsedRunbook';

const LONG = `## Fix\n\n${'Words upon words. '.repeat(4_000)}\n\n1. Look\n`;

const read = (content?: string) =>
  renderHook(props => useParsedRunbook(props.content), {
    initialProps: { content },
  });

describe('useParsedRunbook', () => {
  it('reads a short text at once', () => {
    expect(read('## Fix\n\n1. Look').result.current?.steps).toHaveLength(1);
    expect(read().result.current).toBeUndefined();
  });

  it('reads a long text in turns', async () => {
    const { result } = read(LONG);
    expect(result.current).toBeUndefined();
    await waitFor(() => expect(result.current).toBeDefined());
    expect(result.current?.steps).toHaveLength(1);
  });

  it('shows nothing of a text that is not wanted any more', async () => {
    const { result, rerender } = read(LONG);
    rerender({ content: `${LONG}2. Think\n` });
    await waitFor(() => expect(result.current).toBeDefined());
    expect(result.current?.steps).toHaveLength(2);
    rerender({ content: '1. Look\n2. Think\n3. Act' });
    expect(result.current?.steps).toHaveLength(3);
  });
});
