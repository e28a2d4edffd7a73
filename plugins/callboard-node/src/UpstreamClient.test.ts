import { z } from 'zod';
import {
  ClientStage,
  failure,
  json,
  status,
} from './__testUtils__/ClientStage';
import type { UpstreamClientOptions } from './UpstreamClient';
import type { FaultServer } from './testkit/FaultServer';

const { signal } = new AbortController();
const path = { segments: ['job', 'a b'] };

describe('UpstreamClient', () => {
  let server: FaultServer;
  let stage: ClientStage;

  const create = (options?: Partial<UpstreamClientOptions>) =>
    stage.create(options);

  beforeEach(async () => {
    stage = await ClientStage.start(json({ hello: 'world' }));
    server = stage.server;
  });

  afterEach(() => stage.close());

  describe('asks', () => {
    it('for a path below the base URL, with query, credentials and headers', async () => {
      const client = create({
        baseUrl: `${server.url}/jenkins/`,
        auth: { username: 'robot', password: 'pw' },
        headers: { 'X-Gate': 'open', Accept: 'text/plain' },
      });
      const answer = await client.getJson(
        { ...path, query: { tree: 'jobs[name]{0,1}' } },
        { signal },
      );
      expect(answer).toEqual({ hello: 'world' });
      expect(server.requests).toMatchObject([
        {
          method: 'GET',
          url: '/jenkins/job/a%20b?tree=jobs%5Bname%5D%7B0%2C1%7D',
          headers: {
            authorization: 'Basic cm9ib3Q6cHc=',
            'x-gate': 'open',
            accept: 'application/json',
          },
        },
      ]);
    });

    it.each<[string, Partial<UpstreamClientOptions>, string | undefined]>([
      ['a token', { auth: { token: 't0ken' } }, 'Bearer t0ken'],
      ['nothing', {}, undefined],
    ])('with %s', async (_, options, authorization) => {
      await create(options).getText(path, { signal });
      expect(server.requests[0].headers.authorization).toBe(authorization);
    });

    it('with the user and password of the base URL', async () => {
      const baseUrl = server.url.replace('//', '//robot:p%40w@');
      await create({ baseUrl }).getText(path, { signal });
      const expected = Buffer.from('robot:p@w').toString('base64');
      expect(server.requests[0].headers.authorization).toBe(
        `Basic ${expected}`,
      );
    });

    it('nothing at all for a name that leaves the base', async () => {
      const client = create();
      const asked = client.getJson({ segments: ['job', '..'] }, { signal });
      await expect(asked).rejects.toThrow(/is no name/);
      expect(server.connections).toBe(0);
    });

    it('only so much at the same time, and keeps its connections', async () => {
      const open: Array<() => void> = [];
      server.answerWith((_, response) => {
        open.push(() => response.end('done'));
        if (open.length === 3) {
          open.splice(0).forEach(answer => answer());
        }
      });
      const client = create({ maxConcurrency: 3 });
      await Promise.all(
        Array.from({ length: 21 }, () => client.getText(path, { signal })),
      );
      expect(server.requests).toHaveLength(21);
      expect(server.connections).toBe(3);
    });

    it('keeps the connection when the answer is an error', async () => {
      server.answerWith(status(404));
      const client = create({ maxConcurrency: 1 });
      await failure(client.getJson(path, { signal }));
      await failure(client.getJson(path, { signal }));
      expect(server.connections).toBe(1);
    });
  });

  describe.each(['no url', 'ftp://ci.example', 'https://ci.example/?a=b'])(
    'refuses the base URL %s',
    baseUrl => {
      it('without naming it', () => {
        expect(() => create({ baseUrl })).toThrow(
          expect.objectContaining({
            name: 'InputError',
            message: expect.not.stringContaining(baseUrl),
          }),
        );
      });
    },
  );

  it('refuses headers that cannot be sent without naming their values', () => {
    expect(() => create({ headers: { 'X-Key': 'top\nsecret' } })).toThrow(
      /^The header "X-Key" of jenkins\/main cannot be sent$/,
    );
    expect(() => create({ auth: { token: 'sch\u0142' } })).toThrow(
      /^The header "authorization" of jenkins\/main cannot be sent$/,
    );
  });

  describe('reads', () => {
    it('JSON of the shape that is expected', async () => {
      const schema = z.object({ hello: z.string() });
      const answer = await create().getJson(path, { signal, schema });
      expect(answer.hello).toBe('world');
    });

    it('JSON with a byte order mark, of a special type, or of none', async () => {
      const client = create();
      for (const type of ['application/vnd.api+json', 'text/json', undefined]) {
        server.answerWith((_, response) => {
          if (type) {
            response.setHeader('content-type', type);
          }
          response.end('\ufeff{"a":"ü"}');
        });
        expect(await client.getJson(path, { signal })).toEqual({ a: 'ü' });
      }
    });

    it('text of any type', async () => {
      server.answerWith((_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<p>ü</p>');
      });
      expect(await create().getText(path, { signal })).toBe('<p>ü</p>');
    });

    it('an answer up to the limit and not a byte more', async () => {
      server.answerWith((_, response) => {
        response.end('x'.repeat(1_000));
      });
      const client = create({ maxBytes: 1_000 });
      expect(await client.getText(path, { signal })).toHaveLength(1_000);
      const error = await failure(
        client.getText(path, { signal, maxBytes: 999 }),
      );
      expect(error.reason).toBe('invalid');
    });

    it('the same answer again when nothing changed, where it is told to', async () => {
      let changes = 0;
      server.answerWith((request, response) => {
        const etag = `"${changes}"`;
        if (request.headers['if-none-match'] === etag) {
          response.writeHead(304, { etag }).end();
        } else {
          json({ changes }, { etag })(request, response, { now: Date.now });
        }
      });
      const client = create();
      const ask = () => client.getJson(path, { signal, reuse: true });
      expect(await ask()).toEqual({ changes: 0 });
      const { bytes } = client.usage();
      expect(await ask()).toEqual({ changes: 0 });
      expect(client.usage()).toMatchObject({ calls: 2, bytes });
      changes = 1;
      expect(await ask()).toEqual({ changes: 1 });
      expect(await client.getJson(path, { signal })).toEqual({ changes: 1 });
      expect(server.requests[3].headers).not.toHaveProperty('if-none-match');
    });
  });

  describe('follows redirects', () => {
    it('within the origin, with its credentials', async () => {
      server.answerWith((request, response, clock) => {
        const handler =
          request.url === '/there'
            ? json({ found: true })
            : status(302, { location: '/there' });
        return handler(request, response, clock);
      });
      const client = create({ auth: { token: 't0ken' } });
      expect(await client.getJson(path, { signal })).toEqual({ found: true });
      expect(server.requests[1].headers.authorization).toBe('Bearer t0ken');
      expect(client.usage().calls).toBe(2);
    });

    it('three times and no more', async () => {
      server.answerWith(status(307, { location: '/again' }));
      const error = await failure(create().getJson(path, { signal }));
      expect(error).toMatchObject({
        reason: 'invalid',
        message: 'jenkins/main redirects us in circles',
      });
      expect(server.requests).toHaveLength(4);
    });

    it.each([
      ['https://evil.example/api?token=t0ken', 'invalid'],
      ['//evil.example/api', 'invalid'],
      ['http://user:pass@127.0.0.1:1/', 'invalid'],
      ['file:///etc/passwd', 'invalid'],
      ['https://', 'invalid'],
      ['', 'invalid'],
      ['https://sso.example/authorize?state=t0ken', 'forbidden'],
      ['https://portal.example/login?from=%2F', 'forbidden'],
    ])('but not to %j', async (location, reason) => {
      server.answerWith(status(302, location ? { location } : {}));
      const client = create({ auth: { token: 't0ken' } });
      const error = await failure(client.getJson(path, { signal }));
      // An empty location is the page itself, which leads to a circle.
      expect(error.reason).toBe(reason);
      expect(error.message).not.toMatch(/t0ken|user|pass@|from=/);
    });
  });

  it('lets go of a connection when the time is up', async () => {
    const closed = new Promise<void>(resolve => {
      server.answerWith((_, response) => {
        response.write(' ');
        response.on('close', resolve);
      });
    });
    await failure(create({ deadlineMs: 50 }).getJson(path, { signal }));
    await expect(closed).resolves.toBeUndefined();
  });

  it('gives every exchange its whole deadline, however long it had to wait', async () => {
    const order: number[] = [];
    server.answerWith((request, response) => {
      order.push(
        Number(new URL(request.url ?? '', server.url).search.slice(3)),
      );
      if (order.length > 2) {
        response.end('done');
      }
    });
    const client = create({ deadlineMs: 200, maxConcurrency: 1 });
    const asked = [0, 1, 2].map(n =>
      client.getText({ ...path, query: { n: String(n) } }, { signal }),
    );
    await failure(asked[0]);
    await failure(asked[1]);
    expect(await asked[2]).toBe('done');
    expect(order).toEqual([0, 1, 2]);
  });

  it("throws the caller's own reason when the caller leaves", async () => {
    server.answerWith(() => {});
    const client = create({ maxConcurrency: 1 });
    const controller = new AbortController();
    const asked = [1, 2].map(() =>
      client.getJson(path, { signal: controller.signal }),
    );
    await server.nextRequest();
    const reason = new Error('the lease was lost');
    controller.abort(reason);
    for (const one of asked) {
      await expect(one).rejects.toBe(reason);
    }
    await expect(
      client.getJson(path, { signal: controller.signal }),
    ).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('counts calls, bytes and time', async () => {
    let time = 0;
    const client = create({
      monotonicNow: () => {
        time += 10;
        return time;
      },
    });
    await client.getJson(path, { signal });
    server.answerWith(status(500));
    await failure(client.getJson(path, { signal }));
    expect(client.usage()).toEqual({
      calls: 2,
      bytes: '{"hello":"world"}'.length,
      totalLatencyMs: 20,
    });
  });

  it('knows how far the clock of the system is ahead', async () => {
    const client = create();
    expect(client.clockOffsetMs()).toBe(0);
    server.shiftClock(-3_600_000);
    await client.getText(path, { signal });
    expect(client.clockOffsetMs()).toBe(-3_600_000);
    server.shiftClock(0);
    server.answerWith(status(200, { age: '3600', date: 'Thu, 01 Jan 1970' }));
    await client.getText(path, { signal });
    expect(client.clockOffsetMs()).toBe(-3_600_000);
    server.answerWith(status(404));
    await failure(client.getText(path, { signal }));
    expect(client.clockOffsetMs()).toBe(0);
  });
});
