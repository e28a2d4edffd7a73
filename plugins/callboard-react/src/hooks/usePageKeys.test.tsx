import { ReactNode } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { usePageKeys } from './usePageKeys';

function Page(props: {
  readonly onJ: () => boolean | void;
  readonly children?: ReactNode;
}) {
  usePageKeys({ j: props.onJ });
  return <>{props.children}</>;
}

describe('usePageKeys', () => {
  it('acts on a key anywhere on the page, and takes it', () => {
    const onJ = jest.fn();
    render(<Page onJ={onJ} />);
    const left = fireEvent.keyDown(document.body, { key: 'j' });
    expect(onJ).toHaveBeenCalledTimes(1);
    expect(left).toBe(false);
  });

  it('leaves a key to the browser where the handler declines', () => {
    render(<Page onJ={() => false} />);
    expect(fireEvent.keyDown(document.body, { key: 'j' })).toBe(true);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('does not act with %s', key => {
    const onJ = jest.fn();
    render(<Page onJ={onJ} />);
    fireEvent.keyDown(document.body, { key: 'j', [key]: true });
    expect(onJ).not.toHaveBeenCalled();
  });

  it.each<[string, () => JSX.Element, number]>([
    ['a field', () => <input data-testid="place" />, 0],
    ['a text', () => <textarea data-testid="place" />, 0],
    ['a choice', () => <select data-testid="place" />, 0],
    ['a tick box', () => <input type="checkbox" data-testid="place" />, 1],
    ['a button', () => <button data-testid="place">Open</button>, 1],
    ['a dialog', () => <div role="dialog" data-testid="place" />, 0],
    ['a menu', () => <div role="menu" data-testid="place" />, 0],
  ])('from %s', (_, place, times) => {
    const onJ = jest.fn();
    render(<Page onJ={onJ}>{place()}</Page>);
    fireEvent.keyDown(screen.getByTestId('place'), { key: 'j' });
    expect(onJ).toHaveBeenCalledTimes(times);
  });

  it('does not act on what something nearer took', () => {
    const onJ = jest.fn();
    render(
      <Page onJ={onJ}>
        <button data-testid="place" onKeyDown={event => event.preventDefault()}>
          Open
        </button>
      </Page>,
    );
    fireEvent.keyDown(screen.getByTestId('place'), { key: 'j' });
    expect(onJ).not.toHaveBeenCalled();
  });
});
