import { ServicePage, ServiceStatus, SourceHealth } from '../words';
import { CallboardClient } from './CallboardClient';
import { TestServer } from './testServer';

const AS_OF = '2026-11-24T14:00:00.000Z';

const service: ServiceStatus = {
  entityRef: 'component:default/checkout',
  name: 'checkout',
  tags: [],
  status: 'failing',
  since: AS_OF,
  stale: false,
  aspects: {
    pipelines: {
      status: 'failing',
      since: AS_OF,
      stale: false,
      summary: 'main #812 failed',
      findings: [],
    },
  },
};

const page: ServicePage = {
  items: [service],
  total: 1,
  counts: { failing: 1, warning: 0, unknown: 0, ok: 0, none: 0 },
  revision: 7,
  asOf: AS_OF,
};

const health: SourceHealth = {
  source: 'kubernetes/prod eu',
  type: 'kubernetes',
  name: 'prod eu',
  state: 'ok',
  intervalSeconds: 10,
  calls: 0,
  bytes: 0,
  services: 0,
  staleServices: 0,
  production: true,
  watched: true,
  findings: [],
};

function setup() {
  const server = TestServer.create();
  const client = new CallboardClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: server,
  });
  return { server, client };
}

const empty = { items: [], revision: 7, asOf: AS_OF };

describe('CallboardClient', () => {
  const ref = 'component:default/checkout';
  const routes: ReadonlyArray<{
    path: string;
    body: unknown;
    ask: (client: CallboardClient) => Promise<unknown>;
  }> = [
    { path: '/v1/services', body: page, ask: client => client.getServices() },
    {
      path: '/v1/services?status=failing&status=warning&owner=%40me&sort=worst&limit=0',
      body: page,
      ask: client =>
        client.getServices({
          owner: ['@me'],
          limit: 0,
          status: ['failing', 'warning'],
          sort: 'worst',
        }),
    },
    {
      path: '/v1/services/facets?code=build-failed&by=source',
      body: {
        ...empty,
        items: [{ value: 'jenkins/main', counts: page.counts }],
      },
      ask: client => client.getFacets('source', { code: ['build-failed'] }),
    },
    {
      path: '/v1/services/component/default/checkout',
      body: {
        ...service,
        observations: [],
        notApplicable: ['alerts'],
        revision: 7,
        asOf: AS_OF,
      },
      ask: client => client.getService('checkout'),
    },
    {
      path: '/v1/findings?entityRef=component%3Adefault%2Fcheckout&limit=5',
      body: {
        ...empty,
        items: [
          {
            entityRef: ref,
            aspect: 'kubernetes',
            code: 'crash-loop',
            lastAt: AS_OF,
          },
        ],
      },
      ask: client => client.getFindingHistory({ entityRef: ref, limit: 5 }),
    },
    {
      path: '/v1/services/component/default/checkout/timeline',
      body: {
        ...empty,
        items: [{ type: 'transition', at: AS_OF, from: 'ok', to: 'failing' }],
      },
      ask: client => client.getTimeline(ref),
    },
    {
      path: `/v1/services/component/default/checkout/timeline?from=${encodeURIComponent(
        AS_OF,
      )}&aspect=pipelines&aspect=alerts`,
      body: empty,
      ask: client =>
        client.getTimeline(ref, {
          from: AS_OF,
          aspect: ['pipelines', 'alerts'],
        }),
    },
    { path: '/v1/sources', body: empty, ask: client => client.getSources() },
    {
      path: '/v1/sources/kubernetes/prod%20eu',
      body: { ...health, detail: { nodes: 3 }, revision: 7, asOf: AS_OF },
      ask: client => client.getSource('kubernetes/prod eu'),
    },
    {
      path: '/v1/doctor?owner=%40me&limit=50',
      body: { ...empty, total: 0, checked: 62 },
      ask: client => client.getDoctor({ owner: ['@me'], limit: 50 }),
    },
  ];

  it.each(routes)('reads $path', async ({ path, body, ask }) => {
    const { server, client } = setup();
    server.answer(path, { body });
    await expect(ask(client)).resolves.toEqual(body);
    expect(server.calls).toEqual([{ method: 'GET', path }]);
  });

  it.each(routes)(
    'gives the identical answer where $path did not change',
    async ({ path, body, ask }) => {
      const { server, client } = setup();
      server.answer(path, { body, etag: 'W/"7"' });
      const first = await ask(client);
      expect(await ask(client)).toBe(first);
      server.answer(path, { body, etag: 'W/"8"' });
      const third = await ask(client);
      expect(third).not.toBe(first);
      expect(third).toEqual(first);
      expect(await ask(client)).toBe(third);
      expect(server.calls.map(call => call.ifNoneMatch)).toEqual([
        undefined,
        'W/"7"',
        'W/"7"',
        'W/"8"',
      ]);
    },
  );

  it('asks without a tag where it may not read one', async () => {
    const { server, client } = setup();
    server.answer('/v1/services', { body: page });
    const first = await client.getServices();
    const second = await client.getServices();
    expect(second).not.toBe(first);
    expect(second).toEqual(first);
    expect(server.calls[1].ifNoneMatch).toBeUndefined();
  });

  it('forgets what was not asked for in a while', async () => {
    const { server, client } = setup();
    for (let index = 0; index < 30; index++) {
      const q = String(index);
      server.answer(`/v1/services?q=${q}`, { body: page, etag: q });
      await client.getServices({ q });
      await client.getServices({ q: '0' });
    }
    await client.getServices({ q: '1' });
    expect(server.calls.at(-1)?.ifNoneMatch).toBeUndefined();
    await client.getServices({ q: '0' });
    expect(server.calls.at(-1)?.ifNoneMatch).toBe('0');
  });

  it('forgets what may not be read any more', async () => {
    const { server, client } = setup();
    server.answer('/v1/services', { body: page, etag: '1' });
    await client.getServices();
    server.answer('/v1/services', { status: 403 });
    await expect(client.getServices()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
    server.answer('/v1/services', { body: page, etag: '1' });
    await client.getServices();
    expect(server.calls.at(-1)?.ifNoneMatch).toBeUndefined();
  });

  it('asks for services by ref in one call', async () => {
    const { server, client } = setup();
    server.answer('/v1/services/by-refs', { body: { items: [service, null] } });
    await expect(
      client.getServicesByRefs([ref, 'component:default/hidden']),
    ).resolves.toEqual([service, null]);
    expect(server.calls).toEqual([
      {
        method: 'POST',
        path: '/v1/services/by-refs',
        body: `{"entityRefs":["${ref}","component:default/hidden"]}`,
      },
    ]);
  });

  it('asks for a look at a source', async () => {
    const { server, client } = setup();
    const path = '/v1/sources/jenkins/a%2Fb%20c/refresh';
    server.answer(path, { status: 202, body: {} });
    await expect(
      client.refreshSource('jenkins/a/b c'),
    ).resolves.toBeUndefined();
    expect(server.calls).toEqual([{ method: 'POST', path }]);
    await expect(client.refreshSource('jenkins')).rejects.toThrow(
      "A source is <type>/<name>, not 'jenkins'",
    );
  });

  it('rejects with what the server says', async () => {
    const { client } = setup();
    await expect(client.getService(ref)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
    });
    await expect(client.getServicesByRefs([])).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('trusts no answer that is not of the expected form', async () => {
    const { server, client } = setup();
    server.answer('/v1/services', {
      body: { ...page, items: [{ ...service, status: 'green' }] },
      etag: '1',
    });
    await expect(client.getServices()).rejects.toThrow(
      'The answer of the Callboard backend is not of the expected form',
    );
    server.answer('/v1/services', { body: '<html>sign in</html>' });
    await expect(client.getServices()).rejects.toThrow();
    expect(server.calls.at(-1)?.ifNoneMatch).toBeUndefined();
  });

  it('stops when it is told to', async () => {
    const { server, client } = setup();
    const signal = AbortSignal.abort();
    await expect(client.getServices({}, { signal })).rejects.toThrow('aborted');
    await expect(client.getServicesByRefs([], { signal })).rejects.toThrow(
      'aborted',
    );
    expect(server.calls).toEqual([]);
  });
});
