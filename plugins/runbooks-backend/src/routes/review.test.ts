import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

jest.setTimeout(60_000);

const WRITE = {
  entityRef: 'component:default/checkout',
  title: 'Checkout is slow',
  content: 'Text',
};

describe('where a review is required', () => {
  let started: StartedRunbooks;

  beforeAll(async () => {
    started = await startRunbooks({ runbooks: { review: { required: true } } });
  });

  const create = async () => {
    const { body } = await started.as('mira').post('/runbooks').send(WRITE);
    return body.id;
  };
  const put = async (
    id: string,
    who: string,
    version: number,
    write: object,
  ) => {
    const { status, body } = await started
      .as(who)
      .put(`/runbooks/${id}`)
      .set('If-Match', `"${version}"`)
      .send({ ...WRITE, ...write });
    return [status, body.state ?? body.error.message];
  };
  const refusal = expect.stringContaining('This portal wants a review');

  it('somebody else publishes than whoever wrote it', async () => {
    const id = await create();
    const published = { state: 'published' };
    await expect(put(id, 'mira', 1, published)).resolves.toEqual([
      403,
      refusal,
    ]);
    await expect(
      put(id, 'tom', 1, { ...published, content: 'Also changed' }),
    ).resolves.toEqual([403, refusal]);
    await expect(
      put(id, 'tom', 1, { ...published, note: 'Read it' }),
    ).resolves.toEqual([200, 'published']);
    await expect(
      put(id, 'mira', 2, { ...published, tags: ['x'] }),
    ).resolves.toEqual([200, 'published']);
  });

  it('a published one that is changed is a draft again', async () => {
    const id = await create();
    const published = { state: 'published' };
    await put(id, 'tom', 1, published);
    await expect(
      put(id, 'tom', 2, { ...published, content: 'New' }),
    ).resolves.toEqual([200, 'draft']);
    await expect(
      put(id, 'tom', 3, { ...published, content: 'New' }),
    ).resolves.toEqual([403, refusal]);
    await expect(
      put(id, 'mira', 3, { ...published, content: 'New' }),
    ).resolves.toEqual([200, 'published']);
    await expect(
      put(id, 'mira', 4, { content: 'New', matches: [{ code: 'x' }] }),
    ).resolves.toEqual([200, 'draft']);
  });

  it('nothing new is published at once, imports included', async () => {
    const { status, body } = await started
      .as('mira')
      .post('/runbooks')
      .send({ ...WRITE, state: 'published' });
    expect([status, body.error.message]).toEqual([403, refusal]);
  });
});
