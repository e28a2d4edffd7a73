import { mockServices } from '@backstage/backend-test-utils';
import type { TextFacts } from '../store/StoredRunbook';
import { TextReader } from './TextReader';

/** Texts that nobody has looked through, and what is found in them. */
class Shelf {
  readonly #texts: Map<string, string>;
  readonly facts = new Map<string, TextFacts>();
  #whenRead = () => {};
  readonly isRead = new Promise<void>(resolve => {
    this.#whenRead = resolve;
  });
  readonly isBegun: Promise<void>;
  #whenBegun = () => {};

  constructor(texts: Record<string, string>) {
    this.#texts = new Map(Object.entries(texts));
    this.isBegun = new Promise(resolve => {
      this.#whenBegun = resolve;
    });
  }

  async unread() {
    const unread = [...this.#texts].filter(([hash]) => !this.facts.has(hash));
    if (unread.length === 0) {
      this.#whenRead();
    }
    this.#whenBegun();
    return unread.map(([hash, content]) => ({ hash, content }));
  }

  async keepFacts(hash: string, facts: TextFacts) {
    this.facts.set(hash, facts);
  }
}

/** More than anybody would wait for. */
const LONG_BYTES = 300 * 1024;

// Long texts take long on a busy machine.
jest.setTimeout(60_000);

function longText(lastLine: string): string {
  const step = `### Look\n\n${'At this, then at that. '.repeat(8)}\n\n`;
  return step
    .repeat(Math.floor((LONG_BYTES - lastLine.length) / step.length))
    .concat(lastLine);
}

describe('TextReader', () => {
  const setup = (texts: Record<string, string>) => {
    const store = new Shelf(texts);
    const logger = mockServices.logger.mock();
    const reader = TextReader.create({ store, logger, pauseMs: 0 });
    return { store, logger, reader };
  };

  it('looks through every text to its end', async () => {
    const { store, reader } = setup({
      short: '[gone](Short.md)',
      long: longText('[gone](Long.md)'),
    });
    reader.nudge();
    await store.isRead;
    await reader.stop();
    expect(
      [...store.facts].map(([hash, { links }]) => [hash, links[0].url]),
    ).toEqual([
      ['short', 'Short.md'],
      ['long', 'Long.md'],
    ]);
  });

  it('stops in the middle of a text, without a word', async () => {
    const { store, reader, logger } = setup({ long: longText('The end') });
    reader.nudge();
    await store.isBegun;
    await reader.stop();
    expect(store.facts.size).toBe(0);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('leaves texts to the next time where the database fails', async () => {
    const { store, reader, logger } = setup({ one: '[gone](Gone.md)' });
    jest.spyOn(store, 'keepFacts').mockRejectedValueOnce(new Error('Locked'));
    reader.nudge();
    await store.isBegun;
    reader.nudge();
    await store.isRead;
    await reader.stop();
    expect(store.facts.size).toBe(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'Runbooks could not be looked through: Error: Locked',
    );
  });
});
