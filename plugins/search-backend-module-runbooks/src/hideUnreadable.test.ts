import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express, { type ErrorRequestHandler } from 'express';
import request from 'supertest';
import { hideUnreadable } from './hideUnreadable';

function result(name: string, type = 'runbooks') {
  return {
    type,
    document: { title: name, entityRef: `component:default/${name}` },
  };
}

function server(options: {
  readonly readable: readonly string[];
  readonly body: object;
  readonly fails?: boolean;
}) {
  const asked: string[][] = [];
  const permissions = mockServices.permissions.mock({
    authorize: async requests => {
      if (options.fails) {
        throw new Error('down');
      }
      const refs = requests.map(one =>
        'resourceRef' in one ? String(one.resourceRef) : '',
      );
      asked.push(refs);
      return refs.map(ref => ({
        result: options.readable.some(name => ref.endsWith(`/${name}`))
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      }));
    },
  });
  const app = express();
  app.use(hideUnreadable({ httpAuth: mockServices.httpAuth(), permissions }));
  app.get('/query', (_req, res) => {
    res.json(options.body);
  });
  const onError: ErrorRequestHandler = (_error, _req, res, _next) => {
    res.status(500).end('failed');
  };
  app.use(onError);
  const get = (path: string) =>
    request(app).get(path).set('Authorization', mockCredentials.user.header());
  return { get, asked };
}

describe('hideUnreadable', () => {
  it('takes out runbooks whose entity may not be read, and their number', async () => {
    const body = {
      results: [
        result('shown'),
        result('hidden'),
        result('hidden', 'software-catalog'),
        result('shown'),
      ],
      numberOfResults: 4,
      nextPageCursor: 'MQ==',
    };
    const { get, asked } = server({ readable: ['shown'], body });
    const answer = await get('/query?term=x');
    expect(answer.body).toEqual({
      results: [body.results[0], body.results[2], body.results[3]],
      nextPageCursor: 'MQ==',
    });
    expect(asked).toEqual([
      ['component:default/shown', 'component:default/hidden'],
    ]);
  });

  it('changes nothing where all may be read', async () => {
    const body = { results: [result('shown')], numberOfResults: 1 };
    const { get } = server({ readable: ['shown'], body });
    expect((await get('/query')).body).toEqual(body);
  });

  it.each(['/query/', '/Query', '/QUERY/'])(
    'takes them out of %s, which leads to the same',
    async path => {
      const { get } = server({
        readable: ['shown'],
        body: { results: [result('shown'), result('hidden')] },
      });
      expect((await get(path)).body).toEqual({ results: [result('shown')] });
    },
  );

  it('asks nobody where no runbook was found', async () => {
    const body = { results: [result('a', 'software-catalog')] };
    const { get, asked } = server({ readable: [], body });
    expect((await get('/query')).body).toEqual(body);
    const failed = server({ readable: [], body: { error: { name: 'x' } } });
    expect((await failed.get('/query')).body).toEqual({ error: { name: 'x' } });
    expect(asked).toEqual([]);
  });

  it('hides a runbook that does not say what it belongs to', async () => {
    const { get } = server({
      readable: ['shown'],
      body: {
        results: [result('shown'), { type: 'runbooks', document: {} }],
      },
    });
    expect((await get('/query')).body.results).toEqual([result('shown')]);
    const alone = server({
      readable: [],
      body: { results: [{ type: 'runbooks', document: {} }] },
    });
    expect((await alone.get('/query')).body.results).toEqual([]);
  });

  it('shows nothing while nobody says what may be read', async () => {
    const { get } = server({
      readable: ['shown'],
      body: { results: [result('shown')] },
      fails: true,
    });
    const { status, text } = await get('/query');
    expect([status, text]).toEqual([500, 'failed']);
  });
});
