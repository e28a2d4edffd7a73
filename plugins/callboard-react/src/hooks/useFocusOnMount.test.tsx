import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useFocusOnMount } from './useFocusOnMount';

function Question() {
  const first = useFocusOnMount<HTMLButtonElement>();
  return <Button ref={first}>Yes</Button>;
}

function Asker() {
  const [asks, setAsks] = useState(false);
  return asks ? (
    <Question />
  ) : (
    <Button onClick={() => setAsks(true)}>Ask</Button>
  );
}

/** jsdom says of no element that its focus is to be seen. */
function seeEveryFocus() {
  const { matches } = Element.prototype;
  jest
    .spyOn(Element.prototype, 'matches')
    .mockImplementation(function answer(this: Element, selector: string) {
      return selector === ':focus-visible'
        ? this === document.activeElement
        : matches.call(this, selector);
    });
}

describe('useFocusOnMount', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('brings a keyboard’s focus to a button that was not there before', async () => {
    seeEveryFocus();
    const user = userEvent.setup();
    render(<Asker />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Yes' })).toHaveFocus();
  });
});
