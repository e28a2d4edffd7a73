import { z } from 'zod';
import {
  ClientStage,
  failure,
  json,
  status,
} from './__testUtils__/ClientStage';
import type { UpstreamClientOptions } from './UpstreamClient';
import type { UpstreamError } from './UpstreamError';
import type { FaultHandler, FaultServer } from './testkit/FaultServer';

const { signal } = new AbortController();
const path = { segments: ['job', 'a b'] };

describe('UpstreamClient says in one sentence what went wrong:', () => {
  let server: FaultServer;
  let stage: ClientStage;

  const create = (options?: Partial<UpstreamClientOptions>) =>
    stage.create(options);

  beforeEach(async () => {
    stage = await ClientStage.start(json({ hello: 'world' }));
    server = stage.server;
  });

  afterEach(() => stage.close());

  it.each<[FaultHandler, Partial<UpstreamError>]>([
    [
      status(401),
      {
        reason: 'forbidden',
        status: 401,
        message: 'jenkins/main wants credentials and we have none (401)',
      },
    ],
    [
      status(403),
      {
        reason: 'forbidden',
        status: 403,
        message: 'jenkins/main does not let us read /job/a b (403)',
      },
    ],
    [
      status(404),
      {
        reason: 'not-found',
        status: 404,
        message: 'jenkins/main has no /job/a b (404)',
      },
    ],
    [
      status(429, { 'retry-after': '12' }),
      {
        reason: 'unreachable',
        status: 429,
        retryAfterMs: 12_000,
        message: 'jenkins/main asks us to slow down (429)',
      },
    ],
    [
      status(503, { 'retry-after': '1' }),
      {
        reason: 'unreachable',
        status: 503,
        retryAfterMs: 1_000,
        message: 'jenkins/main answered with an error (503)',
      },
    ],
    [
      status(400),
      {
        reason: 'invalid',
        status: 400,
        message: 'jenkins/main refused what we asked for (400): /job/a b',
      },
    ],
    [
      status(204),
      {
        reason: 'invalid',
        message: 'jenkins/main answered with the unexpected status 204',
      },
    ],
    [
      status(304),
      {
        reason: 'invalid',
        message: 'jenkins/main answered with the unexpected status 304',
      },
    ],
    [
      json({ hello: 7 }),
      {
        reason: 'invalid',
        message: 'jenkins/main sent JSON that is not what we expect, at hello',
      },
    ],
    [
      (_, response) => {
        response.end('{"password":"hunter2"');
      },
      { reason: 'invalid', message: 'jenkins/main sent broken JSON' },
    ],
    [
      (_, response) => {
        response.setHeader('content-type', 'text/plain');
        response.end('hello');
      },
      {
        reason: 'invalid',
        message: 'jenkins/main answered with something that is not JSON',
      },
    ],
    [
      (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<title>Sign in [Jenkins]</title>');
      },
      {
        reason: 'forbidden',
        message: 'jenkins/main answered with a login page instead of data',
      },
    ],
    [
      json({ hello: 'world' }, { 'content-encoding': 'br' }),
      {
        reason: 'invalid',
        message:
          'jenkins/main compresses its answers although we asked it not to',
      },
    ],
    [
      (_, response) => {
        response.socket?.resetAndDestroy();
      },
      {
        reason: 'unreachable',
        message: 'jenkins/main broke off the connection',
      },
    ],
    [
      (_, response) => {
        response.setHeader('content-length', 9 * 1024 * 1024);
        response.write('{');
      },
      {
        reason: 'invalid',
        message: 'jenkins/main sent more than 8.0 MiB, we stopped there',
      },
    ],
  ])('case %#', async (handler, expected) => {
    server.answerWith(handler);
    const schema = z.object({ hello: z.string() });
    const error = await failure(create().getJson(path, { signal, schema }));
    expect(error).toMatchObject(expected);
    expect(error.stack).not.toContain('hunter2');
  });

  it('refused', async () => {
    await server.refuse();
    const error = await failure(create().getJson(path, { signal }));
    expect(error).toMatchObject({
      reason: 'unreachable',
      message: 'jenkins/main refuses connections',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('an unknown host', async () => {
    const client = create({ baseUrl: 'http://ci.invalid' });
    const error = await failure(client.getJson(path, { signal }));
    expect(error.message).toBe('The host of jenkins/main cannot be found');
  });

  it('a deadline, without an answer or in the middle of one', async () => {
    const client = create({ deadlineMs: 100 });
    server.answerWith(() => {});
    const silent = await failure(client.getJson(path, { signal }));
    expect(silent).toMatchObject({
      reason: 'unreachable',
      message: 'jenkins/main did not answer within 0.1 s',
    });
    server.answerWith((_, response) => {
      response.write(' ');
    });
    const slow = await failure(client.getJson(path, { signal }));
    expect(slow.message).toBe(
      'jenkins/main did not finish its answer within 0.1 s',
    );
  });

  it('hostile names and keys, in short and on one line', async () => {
    server.answerWith(status(404));
    const client = create();
    const name = 'x'.repeat(1_000);
    const missing = await failure(
      client.getJson({ segments: [name] }, { signal }),
    );
    expect(missing.message.length).toBeLessThan(300);
    server.answerWith(json({ ['a\nb'.repeat(100)]: 'no number' }));
    const schema = z.record(z.string(), z.number());
    const wrong = await failure(client.getJson(path, { signal, schema }));
    expect(wrong.message.length).toBeLessThan(300);
    expect(wrong.message).not.toContain('\n');
  });

  it('a page that names a secret', async () => {
    server.answerWith(status(403));
    const client = create({ auth: { token: 't0ken' } });
    const error = await failure(
      client.getJson({ segments: ['job', 't0ken'] }, { signal }),
    );
    expect(error.message).toBe(
      'jenkins/main does not let us read /job/*** (403)',
    );
  });
});
