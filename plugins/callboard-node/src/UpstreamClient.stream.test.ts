import { ClientStage } from './__testUtils__/ClientStage';
import { UpstreamClient, type UpstreamClientOptions } from './UpstreamClient';
import type { FaultHandler, FaultServer } from './testkit/FaultServer';

const path = { segments: ['api', 'pods'], query: { watch: 'true' } };

const begin =
  (chunk: string, then: FaultHandler = () => {}): FaultHandler =>
  (request, response, clock) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(chunk, () => void then(request, response, clock));
  };

describe('UpstreamClient streams', () => {
  let server: FaultServer;
  let stage: ClientStage;

  const create = (options?: Partial<UpstreamClientOptions>) =>
    stage.create({ name: 'kubernetes/main', ...options });

  const open = (
    client: UpstreamClient,
    signal = new AbortController().signal,
  ) => client.openStream(path, { signal });

  beforeEach(async () => {
    stage = await ClientStage.start(begin('{"a":1}\n'));
    server = stage.server;
  });

  afterEach(() => stage.close());

  it('what comes in, until the system ends it', async () => {
    server.answerWith(
      begin('{"a":1}\n', (_, response) => void response.end('b')),
    );
    const client = create({ auth: { token: 't0ken' } });
    let text = '';
    for await (const chunk of await open(client)) {
      text += chunk.toString();
    }
    expect(text).toBe('{"a":1}\nb');
    expect(server.requests).toMatchObject([
      {
        url: '/api/pods?watch=true',
        headers: { authorization: 'Bearer t0ken', accept: 'application/json' },
      },
    ]);
    expect(client.usage()).toMatchObject({ calls: 1, bytes: 9 });
  });

  it('for longer than the deadline, which holds for its beginning', async () => {
    let finish = () => {};
    server.answerWith(
      begin('a', (_, response) => {
        finish = () => response.end('b');
      }),
    );
    const client = create({ deadlineMs: 50 });
    const stream = (await open(client))[Symbol.asyncIterator]();
    expect((await stream.next()).value?.toString()).toBe('a');
    // A whole exchange that runs into its deadline lies in between.
    server.answerWith(() => {});
    await expect(open(client)).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'kubernetes/main did not answer within 0.05 s',
    });
    finish();
    expect((await stream.next()).value?.toString()).toBe('b');
    expect((await stream.next()).done).toBe(true);
  });

  it('beside exchanges, which keep their connections', async () => {
    const client = create({ maxConcurrency: 1 });
    const first = (await open(client))[Symbol.asyncIterator]();
    const second = (await open(client))[Symbol.asyncIterator]();
    await Promise.all([first.next(), second.next()]);
    server.answerWith((_, response) => {
      response.end('{}');
    });
    const { signal } = new AbortController();
    expect(await client.getJson(path, { signal })).toEqual({});
  });

  it.each<[string, FaultHandler, object]>([
    [
      'a status',
      (_, response) => {
        response.writeHead(410).end();
      },
      { reason: 'not-found', status: 410 },
    ],
    [
      'a login page',
      (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<input type="password">');
      },
      { reason: 'forbidden' },
    ],
    [
      'something else than JSON',
      (_, response) => {
        response.setHeader('content-type', 'text/plain');
        response.end('hello');
      },
      { reason: 'invalid' },
    ],
    [
      'no HTTP',
      (_, response) => {
        response.socket?.end('SSH-2.0\r\n');
      },
      { reason: 'unreachable' },
    ],
  ])('nothing where the answer is %s', async (_, handler, expected) => {
    server.answerWith(handler);
    await expect(open(create())).rejects.toMatchObject({
      name: 'UpstreamError',
      ...expected,
    });
  });

  it('until the connection breaks, which is an error', async () => {
    server.answerWith(
      begin('a', (_, response) => {
        response.socket?.resetAndDestroy();
      }),
    );
    const read = async () => {
      for await (const chunk of await open(create())) {
        expect(chunk.toString()).toBe('a');
      }
    };
    await expect(read()).rejects.toMatchObject({
      name: 'UpstreamError',
      reason: 'unreachable',
      message: 'kubernetes/main broke off the connection',
    });
  });

  it('until the caller leaves, with the reason of that', async () => {
    const closed = new Promise<void>(resolve => {
      server.answerWith(
        begin('a', (_, response) => void response.on('close', resolve)),
      );
    });
    const controller = new AbortController();
    const stream = (await open(create(), controller.signal))[
      Symbol.asyncIterator
    ]();
    await stream.next();
    const next = stream.next();
    const reason = new Error('the lease was lost');
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
    await closed;
  });

  it('until the caller has read enough', async () => {
    const closed = new Promise<void>(resolve => {
      server.answerWith(
        begin('a', (_, response) => void response.on('close', resolve)),
      );
    });
    for await (const chunk of await open(create())) {
      expect(chunk.toString()).toBe('a');
      break;
    }
    await expect(closed).resolves.toBeUndefined();
  });

  it('to nobody, and closes when the caller leaves without reading', async () => {
    const controller = new AbortController();
    const closed = new Promise<void>(resolve => {
      server.answerWith(
        begin('a', (_, response) => void response.on('close', resolve)),
      );
    });
    await open(create(), controller.signal);
    controller.abort();
    await expect(closed).resolves.toBeUndefined();
  });
});
