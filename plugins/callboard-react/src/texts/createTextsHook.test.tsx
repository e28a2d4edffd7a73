import { ReactNode, Suspense } from 'react';
import { act, render, screen } from '@testing-library/react';
import { errorApiRef } from '@backstage/core-plugin-api';
import {
  createTranslationRef,
  translationApiRef,
  type TranslationApi,
  type TranslationSnapshot,
} from '@backstage/core-plugin-api/alpha';
import { TestApiProvider } from '@backstage/test-utils';
import { createTextsHook } from './createTextsHook';

const REF = createTranslationRef({ id: 'test', messages: { hello: 'Hello' } });

type Snapshot = TranslationSnapshot<typeof REF.T>;

function speaking(text: string): Snapshot {
  return { ready: true, t: (() => text) as any };
}

/** The portal's API, whose language changes on demand. */
class FakeTranslations {
  current: Snapshot;
  subscribers: Array<{
    next(snapshot: Snapshot): void;
    error(error: Error): void;
  }> = [];
  readonly errors: Error[] = [];

  constructor(current: Snapshot) {
    this.current = current;
  }

  readonly api = {
    getTranslation: () => this.current,
    translation$: () => ({
      subscribe: (subscriber: (typeof this.subscribers)[number]) => {
        this.subscribers.push(subscriber);
        return { unsubscribe() {}, closed: false };
      },
    }),
  } as unknown as TranslationApi;

  change(snapshot: Snapshot) {
    this.current = snapshot;
    this.subscribers.forEach(({ next }) => next(snapshot));
  }

  fail(snapshot: Snapshot) {
    this.current = snapshot;
    this.subscribers.forEach(({ error }) => error(new Error('no such file')));
  }

  render(children: ReactNode) {
    return render(
      <TestApiProvider
        apis={[
          [translationApiRef, this.api],
          [errorApiRef, { post: (error: Error) => this.errors.push(error) }],
        ]}
      >
        <Suspense fallback="loading">{children}</Suspense>
      </TestApiProvider>,
    );
  }
}

describe('createTextsHook', () => {
  function greeting() {
    const useTexts = createTextsHook(REF);
    return function Greeting() {
      return <p>{useTexts()('hello')}</p>;
    };
  }

  it('subscribes once for all, and follows the language', () => {
    const Greeting = greeting();
    const portal = new FakeTranslations(speaking('Hello'));
    portal.render(
      <>
        <Greeting />
        <Greeting />
      </>,
    );
    expect(screen.getAllByText('Hello')).toHaveLength(2);
    expect(portal.subscribers).toHaveLength(1);
    act(() => portal.change(speaking('Hallo')));
    expect(screen.getAllByText('Hallo')).toHaveLength(2);
  });

  it('waits for texts that are still loaded', async () => {
    const Greeting = greeting();
    const portal = new FakeTranslations({ ready: false });
    portal.render(<Greeting />);
    expect(screen.getByText('loading')).toBeInTheDocument();
    await act(async () => portal.change(speaking('Hei')));
    expect(screen.getByText('Hei')).toBeInTheDocument();
  });

  it('tells the texts that there are where those of a language cannot be loaded', async () => {
    const Greeting = greeting();
    const portal = new FakeTranslations({ ready: false });
    portal.render(<Greeting />);
    await act(async () => portal.fail(speaking('Hello')));
    expect(screen.getByText('Hello')).toBeInTheDocument();
    expect(portal.errors.map(({ message }) => message)).toEqual([
      'no such file',
    ]);
  });

  it('keeps the texts of one portal apart from those of another', () => {
    const Greeting = greeting();
    new FakeTranslations(speaking('Hello')).render(<Greeting />);
    new FakeTranslations(speaking('Bonjour')).render(<Greeting />);
    expect(screen.getByText('Hello')).toBeInTheDocument();
    expect(screen.getByText('Bonjour')).toBeInTheDocument();
  });
});
