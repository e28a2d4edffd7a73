import { inspect } from 'node:util';
import { ClientStage } from './__testUtils__/ClientStage';
import type { UpstreamClientOptions } from './UpstreamClient';
import { UpstreamError } from './UpstreamError';
import type { FaultServer } from './testkit/FaultServer';

const { signal } = new AbortController();
const path = { segments: ['api'] };

describe('UpstreamClient with credentials that rotate', () => {
  let server: FaultServer;
  let stage: ClientStage;

  const create = (options?: Partial<UpstreamClientOptions>) =>
    stage.create({ name: 'kubernetes/main', ...options });

  const failure = (asked: Promise<unknown>): Promise<UpstreamError> =>
    asked.then(
      () => {
        throw new Error('It was no failure');
      },
      error => error,
    );

  beforeEach(async () => {
    stage = await ClientStage.start((_, response) => {
      response.end('{}');
    });
    server = stage.server;
  });

  afterEach(() => stage.close());

  it('sends what is right at the time of the call, beside its own headers', async () => {
    let count = 0;
    const client = create({
      headers: { 'X-Gate': 'open' },
      authorize: async () => ({ Authorization: `Bearer token-${++count}` }),
    });
    await client.getJson(path, { signal });
    await client.getJson(path, { signal });
    expect(server.requests.map(({ headers }) => headers)).toMatchObject([
      { authorization: 'Bearer token-1', 'x-gate': 'open' },
      { authorization: 'Bearer token-2', 'x-gate': 'open' },
    ]);
  });

  it('shows neither the token of now nor those before', async () => {
    const tokens = ['token-old', 'token-new'];
    let at = 0;
    const client = create({
      authorize: async () => ({ Authorization: `Bearer ${tokens[at]}` }),
      readFailure: ({ text }) => text,
    });
    await client.getJson(path, { signal });
    at = 1;
    server.answerWith((_, response) => {
      response.writeHead(403).end(`not with ${tokens.join(' or ')}`);
    });
    const error = await failure(
      client.getJson({ segments: tokens }, { signal }),
    );
    expect(error.message).toBe(
      'kubernetes/main does not let us read /***/*** (403)',
    );
    expect(error.said).toBe('not with *** or ***');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
      /token-/,
    );
  });

  it.each([
    [
      new UpstreamError('Run the login again', { reason: 'forbidden' }),
      'Run the login again',
    ],
    [
      new Error('ENOENT /etc/x'),
      'There are no credentials for kubernetes/main',
    ],
  ])('says that there are none: %s', async (thrown, message) => {
    const client = create({
      authorize: async () => {
        throw thrown;
      },
    });
    const error = await failure(client.getJson(path, { signal }));
    expect(error).toMatchObject({ reason: 'forbidden', message });
    expect(server.connections).toBe(0);
  });

  it('does not wait for them any longer than for the answer', async () => {
    const client = create({
      deadlineMs: 50,
      authorize: () => new Promise(() => {}),
    });
    const error = await failure(client.getJson(path, { signal }));
    expect(error).toMatchObject({ reason: 'unreachable' });
  });

  it('leaves with the caller while they are made', async () => {
    const controller = new AbortController();
    const reason = new Error('the lease was lost');
    const client = create({
      authorize: async () => {
        controller.abort(reason);
        return new Promise(() => {});
      },
    });
    await expect(
      client.getJson(path, { signal: controller.signal }),
    ).rejects.toBe(reason);
  });

  it("tells the system's own words of a refusal, shortened to one line", async () => {
    server.answerWith((_, response) => {
      response
        .writeHead(403, { 'content-type': 'application/json' })
        .end(JSON.stringify({ message: `no\n${'x'.repeat(1_000)}` }));
    });
    const client = create({
      readFailure: ({ status, text }) =>
        `${status}: ${JSON.parse(text).message}`,
    });
    const error = await failure(client.getJson(path, { signal }));
    expect(error).toMatchObject({ reason: 'forbidden', status: 403 });
    expect(error.said).toMatch(/^403: no x{200,}…$/);
  });
});
