import { NotFoundError, ResponseError } from '@backstage/errors';
import type { Runbook } from '@callboard/plugin-runbooks-common';
import { runbook } from './__testUtils__/runbook';
import { RunbooksCollatorFactory } from './RunbooksCollatorFactory';

/** Runbooks in pages of two. */
class FakeRunbooks {
  readonly texts: string[] = [];
  runbooks: Runbook[] = [];
  gone = new Set<string>();

  async getRunbooks({ cursor = '0' }: { cursor?: string } = {}) {
    const from = Number(cursor);
    const items = this.runbooks.slice(from, from + 2);
    return {
      items,
      total: this.runbooks.length,
      ...(from + 2 < this.runbooks.length && { nextCursor: `${from + 2}` }),
    };
  }

  async getRunbook(id: string) {
    if (this.gone.has(id)) {
      throw await ResponseError.fromResponse(
        new Response(JSON.stringify({ error: new NotFoundError('gone') }), {
          status: 404,
          headers: { 'Content-Type': 'application/json' },
        }),
      );
    }
    this.texts.push(id);
    return this.runbooks.find(one => one.id === id)!;
  }
}

describe('RunbooksCollatorFactory', () => {
  let api: FakeRunbooks;
  let factory: RunbooksCollatorFactory;

  beforeEach(() => {
    api = new FakeRunbooks();
    api.runbooks = [1, 2, 3].map(n =>
      runbook({ id: `rb-${n}`, contentHash: `hash-${n}` }),
    );
    factory = RunbooksCollatorFactory.create({ api });
  });

  const pass = async () => (await factory.getCollator()).toArray();

  it('gives every runbook, with what it takes to find and to guard it', async () => {
    const documents = await pass();
    expect(documents).toHaveLength(3);
    expect(documents[0]).toEqual({
      title: 'Pods crash',
      text: 'Meaning\nThe pods crash.',
      location: '/runbooks/rb-1',
      entityRef: 'component:default/checkout',
      owner: '',
      state: 'published',
      tags: ['pods'],
      authorization: { resourceRef: 'component:default/checkout' },
    });
    expect(factory.visibilityPermission.name).toBe('runbooks.read');
  });

  it('reads in the next pass the texts only that are others', async () => {
    await pass();
    api.texts.length = 0;
    api.runbooks[1] = runbook({
      id: 'rb-2',
      contentHash: 'new',
      content: 'Else',
    });
    const documents = await pass();
    expect(api.texts).toEqual(['rb-2']);
    expect(documents.map(({ text }) => text)).toEqual([
      'Meaning\nThe pods crash.',
      'Else',
      'Meaning\nThe pods crash.',
    ]);
  });

  it('leaves out what is gone meanwhile, and gives nothing twice', async () => {
    api.gone.add('rb-2');
    api.runbooks.push(api.runbooks[0]);
    const documents = await pass();
    expect(documents.map(({ location }) => location)).toEqual([
      '/runbooks/rb-1',
      '/runbooks/rb-3',
    ]);
  });

  it('fails as a whole where something cannot be read, so that the index stays', async () => {
    api.getRunbook = async () => {
      throw new Error('down');
    };
    await expect(pass()).rejects.toThrow('down');
  });
});
