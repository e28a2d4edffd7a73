import { act, render, screen } from '@testing-library/react';
import { WhenNear } from './WhenNear';

/** An observer that is told what comes near. */
class FakeObserver implements Pick<IntersectionObserver, 'observe'> {
  static readonly seen = new Map<Element, (near: boolean) => void>();
  readonly #report: (near: boolean) => void;

  constructor(report: (entries: { isIntersecting: boolean }[]) => void) {
    this.#report = isIntersecting => report([{ isIntersecting }]);
  }

  observe(element: Element) {
    FakeObserver.seen.set(element, this.#report);
  }

  disconnect() {}
}

const near = (isNear: boolean) =>
  act(() => FakeObserver.seen.forEach(report => report(isNear)));

const show = (isLong: boolean) =>
  render(
    <WhenNear isLong={isLong} plain="# plain">
      <h1>drawn</h1>
    </WhenNear>,
  );

describe('WhenNear', () => {
  const before = window.IntersectionObserver;

  beforeEach(() => {
    FakeObserver.seen.clear();
    Object.assign(window, { IntersectionObserver: FakeObserver });
  });

  afterEach(() => {
    Object.assign(window, { IntersectionObserver: before });
  });

  it('draws a short page at once', () => {
    show(false);
    expect(screen.getByRole('heading')).toBeVisible();
  });

  it('draws a part of a long page when it comes near', () => {
    show(true);
    near(false);
    expect(screen.getByText('# plain')).toBeVisible();
    near(true);
    expect(screen.getByRole('heading')).toBeVisible();
    expect(screen.queryByText('# plain')).not.toBeInTheDocument();
  });

  it('draws what is printed', () => {
    show(true);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(screen.getByRole('heading')).toBeVisible();
  });

  it('draws everything where nothing tells what is near', () => {
    Object.assign(window, { IntersectionObserver: undefined });
    show(true);
    expect(screen.getByRole('heading')).toBeVisible();
  });
});
