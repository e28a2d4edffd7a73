import { act, fireEvent, renderHook, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { useUnsavedGuard } from './useUnsavedGuard';

function open(unsaved: boolean) {
  const { result } = renderHook(() => useUnsavedGuard(unsaved), {
    wrapper: ({ children }) => (
      <MemoryRouter>
        {children}
        <a href="/catalog">away</a>
        <a href="#anchor">here</a>
        <a href="https://example.com/">outside</a>
        <a href="/catalog" target="_blank" rel="noreferrer">
          beside
        </a>
      </MemoryRouter>
    ),
  });
  const click = (name: string, keys = {}) => {
    const link = screen.getByText(name);
    // What nobody holds up would make jsdom navigate.
    link.addEventListener('click', event => event.preventDefault());
    act(() => {
      fireEvent.click(link, keys);
    });
    return result.current.leavingTo;
  };
  return { result, click };
}

describe('useUnsavedGuard', () => {
  it('holds up a link within the portal until the person decides', () => {
    const { result, click } = open(true);
    expect(click('away')).toBe('/catalog');
    act(() => result.current.stay());
    expect(result.current.leavingTo).toBeUndefined();
  });

  it.each([
    ['an anchor of the page', 'here', {}],
    ['a link to another site: the browser asks', 'outside', {}],
    ['a new tab', 'beside', {}],
    ['a new tab by key', 'away', { ctrlKey: true }],
  ])('lets pass %s', (_name, link, keys) => {
    expect(open(true).click(link, keys)).toBeUndefined();
  });

  it('lets pass everything where nothing is unsaved', () => {
    expect(open(false).click('away')).toBeUndefined();
  });
});
