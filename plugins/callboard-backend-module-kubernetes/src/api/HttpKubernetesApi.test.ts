import { FaultServer } from '@callboard/plugin-callboard-node/testkit';
import type { FaultHandler } from '@callboard/plugin-callboard-node/testkit';
import type { ServerResponse } from 'node:http';
import { HttpKubernetesApi } from './HttpKubernetesApi';
import { NotReadyError } from './readiness';
import type { WatchEvent, WatchedResource } from './KubernetesApi';

const PODS: WatchedResource = {
  group: '',
  version: 'v1',
  resource: 'pods',
  namespaced: true,
};
const DEPLOYMENTS: WatchedResource = {
  group: 'apps',
  version: 'v1',
  resource: 'deployments',
  namespaced: true,
};
const NODES: WatchedResource = {
  ...PODS,
  resource: 'nodes',
  namespaced: false,
};
const EVENTS: WatchedResource = {
  ...PODS,
  resource: 'events',
  fieldSelector: 'type=Warning',
};
const TOKEN = 'token-of-the-test-0123456789';

function json(response: ServerResponse, body: unknown, status = 200) {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function statusOf(code: number, message: string) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message };
}

describe('HttpKubernetesApi', () => {
  const signal = new AbortController().signal;
  let server: FaultServer;
  let api: HttpKubernetesApi;

  beforeEach(async () => {
    server = await FaultServer.start({
      handler: (_, response) => void response.end(),
    });
    api = HttpKubernetesApi.create({
      name: 'kubernetes/prod-eu',
      access: {
        kind: 'direct',
        url: `${server.url}/k8s/clusters/c-1`,
        trust: { skipTLSVerify: false },
        credentials: {
          kind: 'token',
          token: TOKEN,
          from: 'kubernetes.clusterLocatorMethods[0].clusters[0].serviceAccountToken',
        },
        from: 'kubernetes.clusterLocatorMethods[0].clusters[0]',
      },
    });
  });

  afterEach(async () => {
    await api.close();
    await server.close();
  });

  const answer = (handler: FaultHandler) => server.answerWith(handler);

  async function watched(
    resource = PODS,
    onOpen: () => void = () => {},
  ): Promise<WatchEvent[]> {
    const events: WatchEvent[] = [];
    for await (const event of api.watch(resource, {
      resourceVersion: '7',
      timeoutSeconds: 300,
      signal,
      onOpen,
    })) {
      events.push(event);
    }
    return events;
  }

  describe('a list', () => {
    it('is asked for page by page, below the address of the cluster', async () => {
      answer((_, response) =>
        json(response, {
          metadata: { resourceVersion: '12', continue: 'next' },
          items: [{ metadata: { name: 'a' } }],
        }),
      );
      await expect(
        api.listPage(EVENTS, { limit: 500, continue: 'a+b/c=', signal }),
      ).resolves.toEqual({
        items: [{ metadata: { name: 'a' } }],
        resourceVersion: '12',
        continue: 'next',
      });
      const [{ url, headers }] = server.requests;
      const asked = new URL(url, server.url);
      expect(asked.pathname).toBe('/k8s/clusters/c-1/api/v1/events');
      expect(Object.fromEntries(asked.searchParams)).toEqual({
        limit: '500',
        continue: 'a+b/c=',
        fieldSelector: 'type=Warning',
      });
      expect(headers).toMatchObject({
        authorization: `Bearer ${TOKEN}`,
        accept: 'application/json',
        'user-agent': expect.stringMatching(/^callboard/),
      });
    });

    it.each([
      [PODS, undefined, '/api/v1/pods'],
      [PODS, 'shop', '/api/v1/namespaces/shop/pods'],
      [DEPLOYMENTS, undefined, '/apis/apps/v1/deployments'],
      [DEPLOYMENTS, 'shop', '/apis/apps/v1/namespaces/shop/deployments'],
    ])('of %j in %s is at %s', async (resource, namespace, path) => {
      answer((_, response) =>
        json(response, { metadata: { resourceVersion: '1' }, items: null }),
      );
      await expect(
        api.listPage(resource, { namespace, limit: 1, signal }),
      ).resolves.toEqual({ items: [], resourceVersion: '1' });
      expect(server.requests[0].url).toBe(`/k8s/clusters/c-1${path}?limit=1`);
    });

    it('that is none is refused', async () => {
      answer((_, response) => json(response, { items: [] }));
      await expect(
        api.listPage(PODS, { limit: 1, signal }),
      ).rejects.toMatchObject({ name: 'UpstreamError', reason: 'invalid' });
    });

    it('whose pages are too old is a 410', async () => {
      answer((_, response) => json(response, statusOf(410, 'too old'), 410));
      await expect(
        api.listPage(PODS, { limit: 1, continue: 'x', signal }),
      ).rejects.toMatchObject({ status: 410, said: 'too old' });
    });
  });

  describe('a refusal', () => {
    const forbidden = (verb: string, kind: string) =>
      statusOf(
        403,
        `${kind} is forbidden: User "system:serviceaccount:tools:callboard" cannot ${verb} resource "${kind}"`,
      );

    it.each<[string, WatchedResource, string | undefined, string]>([
      [
        'everywhere',
        DEPLOYMENTS,
        undefined,
        'kubernetes/prod-eu does not let us list deployments.apps in all namespaces (403): grant list on deployments.apps to system:serviceaccount:tools:callboard',
      ],
      [
        'in a namespace',
        PODS,
        'shop',
        'kubernetes/prod-eu does not let us list pods in namespace shop (403): grant list on pods to system:serviceaccount:tools:callboard',
      ],
      [
        'of what is in no namespace',
        NODES,
        undefined,
        'kubernetes/prod-eu does not let us list nodes (403): grant list on nodes to system:serviceaccount:tools:callboard',
      ],
    ])(
      '%s names verb, kind and account',
      async (_, resource, namespace, message) => {
        answer((__, response) =>
          json(response, forbidden('list', resource.resource), 403),
        );
        await expect(
          api.listPage(resource, { namespace, limit: 1, signal }),
        ).rejects.toMatchObject({ reason: 'forbidden', status: 403, message });
      },
    );

    it('of a watch names the verb too', async () => {
      answer((_, response) => json(response, forbidden('watch', 'pods'), 403));
      await expect(watched()).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining('grant watch on pods'),
      });
    });

    it.each<[string, number, unknown, string]>([
      [
        'a wrong token',
        401,
        statusOf(401, 'Unauthorized'),
        'kubernetes/prod-eu does not accept what lets us in (401). It expired or is wrong: put a new one into kubernetes.clusterLocatorMethods[0].clusters[0].serviceAccountToken',
      ],
      [
        'a token that a proxy swallows',
        403,
        statusOf(403, 'pods is forbidden: User "system:anonymous" cannot list'),
        'kubernetes/prod-eu does not accept what lets us in (403). It expired or is wrong: put a new one into kubernetes.clusterLocatorMethods[0].clusters[0].serviceAccountToken',
      ],
      [
        'a proxy that says nothing',
        403,
        'no',
        'kubernetes/prod-eu does not let us list pods in all namespaces (403): grant list on pods to the account that we use',
      ],
      [
        'a kind that is not there',
        404,
        statusOf(404, 'the server could not find the requested resource'),
        'kubernetes/prod-eu has no pods of v1 (404)',
      ],
    ])('because of %s says what to do', async (_, status, body, message) => {
      answer((__, response) => json(response, body, status));
      await expect(
        api.listPage(PODS, { limit: 1, signal }),
      ).rejects.toMatchObject({ status, message });
    });

    it('says when the token expired, where the token tells', async () => {
      const claims = Buffer.from(JSON.stringify({ exp: 1_000 })).toString(
        'base64url',
      );
      const expired = HttpKubernetesApi.create({
        name: 'kubernetes/prod-us',
        access: {
          kind: 'direct',
          url: server.url,
          trust: { skipTLSVerify: false },
          credentials: { kind: 'token', token: `h.${claims}.s`, from: 'key' },
          from: 'cluster',
        },
      });
      answer((_, response) =>
        json(response, statusOf(401, 'Unauthorized'), 401),
      );
      await expect(expired.version({ signal })).rejects.toMatchObject({
        message:
          'kubernetes/prod-us does not accept what lets us in (401). The token expired at 1970-01-01T00:16:40.000Z: put a new one into key',
      });
      await expired.close();
    });

    it('of plain HTTP names the address', async () => {
      answer((_, response) => {
        response.statusCode = 400;
        response.end('Client sent an HTTP request to an HTTPS server.\n');
      });
      await expect(api.version({ signal })).rejects.toThrow(
        'kubernetes/prod-eu speaks https, but its address begins with http',
      );
    });

    it('never shows the token', async () => {
      answer((_, response) =>
        json(response, statusOf(500, `see ${TOKEN}`), 500),
      );
      const failure = await api.version({ signal }).catch(error => error);
      expect(`${failure.message} ${failure.said}`).not.toContain(TOKEN);
      expect(failure).toMatchObject({ reason: 'unreachable', said: 'see ***' });
    });
  });

  it('takes a login page for a refusal', async () => {
    answer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<form><input type="password"></form>');
    });
    await expect(
      api.listPage(PODS, { limit: 1, signal }),
    ).rejects.toMatchObject({
      reason: 'forbidden',
      message: 'kubernetes/prod-eu answered with a login page instead of data',
    });
  });

  it('says when nobody listens', async () => {
    await server.refuse();
    await expect(api.version({ signal })).rejects.toMatchObject({
      reason: 'unreachable',
      message: 'kubernetes/prod-eu refuses connections',
    });
  });

  describe('is ready', () => {
    /** Of an apiserver 1.35.4 whose etcd was stopped, shortened. */
    const NOT_READY = [
      '[+]ping ok',
      '[-]etcd failed: reason withheld',
      '[-]etcd-readiness failed: reason withheld',
      '[+]informer-sync ok',
      'readyz check failed',
    ];
    const refuse = (lines: readonly string[]) =>
      answer((_, response) => {
        response.statusCode = 500;
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(`${lines.join('\n')}\n`);
      });

    it('when it says so', async () => {
      answer((_, response) => void response.end('ok'));
      await expect(api.ready({ signal })).resolves.toBeUndefined();
      expect(server.requests.map(({ url }) => url)).toEqual([
        '/k8s/clusters/c-1/readyz',
      ]);
    });

    it('not while a check fails, which it names', async () => {
      refuse(NOT_READY);
      const failure = await api.ready({ signal }).catch(error => error);
      expect(failure).toBeInstanceOf(NotReadyError);
      expect(failure).toMatchObject({
        name: 'UpstreamError',
        reason: 'unreachable',
        status: 500,
        message:
          'kubernetes/prod-eu is not ready: etcd, etcd-readiness fail there',
      });
    });

    it.each([
      ['prepares to end', 'shutdown'],
      ['starts', 'poststarthook/rbac/bootstrap-roles'],
      ['cannot decrypt Secrets', 'kms-provider-0'],
    ])('while it only %s', async (_name, check) => {
      refuse(['[+]ping ok', `[-]${check} failed: reason withheld`]);
      await expect(api.ready({ signal })).resolves.toBeUndefined();
    });

    it.each([
      ['it has no /readyz', 404, 'not found'],
      ['something else is said there', 200, '{"ready": true}'],
    ])('as it tells its version, where %s', async (_name, status, body) => {
      answer(({ url }, response) => {
        if (url?.endsWith('/version')) {
          json(response, { gitVersion: 'v1.35.4' });
        } else {
          response.statusCode = status;
          response.end(body);
        }
      });
      await expect(api.ready({ signal })).resolves.toBeUndefined();
    });

    it.each([
      ['a web page', 200, '<html>Welcome</html>', 'invalid'],
      ['nothing that it has', 404, 'not found', 'not-found'],
      ['that it may not say', 403, '', 'forbidden'],
      ['an error that names no check', 503, 'no backend', 'unreachable'],
    ])('not when it answers %s', async (_name, status, body, reason) => {
      answer((_, response) => {
        response.statusCode = status;
        response.setHeader('content-type', 'text/html');
        response.end(body);
      });
      const failure = await api.ready({ signal }).catch(error => error);
      expect(failure).toMatchObject({ reason });
      expect(failure).not.toBeInstanceOf(NotReadyError);
    });
  });

  it('tells the version', async () => {
    answer((_, response) => json(response, { gitVersion: 'v1.35.4' }));
    await expect(api.version({ signal })).resolves.toBe('v1.35.4');
    expect(server.requests[0].url).toBe('/k8s/clusters/c-1/version');
    expect(api.usage()).toMatchObject({ calls: 1, bytes: 24 });
  });

  describe('a watch', () => {
    const line = (type: string, object: unknown) =>
      `${JSON.stringify({ type, object })}\n`;

    function stream(...parts: ReadonlyArray<string | Buffer>): FaultHandler {
      return (_, response) => {
        response.setHeader('content-type', 'application/json');
        parts.forEach(part => response.write(part));
        response.end();
      };
    }

    it('asks for bookmarks, from a state on', async () => {
      answer(stream());
      await watched(EVENTS);
      const asked = new URL(server.requests[0].url, server.url);
      expect(Object.fromEntries(asked.searchParams)).toEqual({
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: '7',
        timeoutSeconds: '300',
        fieldSelector: 'type=Warning',
      });
    });

    it('yields events as the server wrote them, and ends with it', async () => {
      const name = { metadata: { name: 'Łódź' } };
      const bytes = Buffer.from(line('ADDED', name));
      const cut = bytes.indexOf(Buffer.from('Ł')) + 1;
      answer(
        stream(
          bytes.subarray(0, cut),
          bytes.subarray(cut),
          line('BOOKMARK', { metadata: { resourceVersion: '9' } }),
          line('DELETED', name).slice(0, 20),
        ),
      );
      expect(await watched()).toEqual([
        { type: 'ADDED', object: name },
        { type: 'BOOKMARK', object: { metadata: { resourceVersion: '9' } } },
      ]);
    });

    it('is open before anything happened', async () => {
      let respond: ServerResponse | undefined;
      answer((_, response) => {
        respond = response;
        response.setHeader('content-type', 'application/json');
        response.flushHeaders();
      });
      await watched(PODS, () => respond?.end());
      expect(server.requests).toHaveLength(1);
    });

    it.each<[string, unknown, Record<string, unknown>]>([
      [
        'a state that is too old',
        statusOf(410, 'too old resource version: 7 (99)'),
        {
          status: 410,
          reason: 'not-found',
          said: 'too old resource version: 7 (99)',
          message:
            'kubernetes/prod-eu does not remember so old a state of pods (410)',
        },
      ],
      [
        'an error of the server',
        statusOf(500, 'etcd is gone'),
        {
          status: 500,
          reason: 'unreachable',
          message: 'kubernetes/prod-eu broke off its watch (500): etcd is gone',
        },
      ],
      [
        'rights that were taken away',
        statusOf(403, 'no'),
        { status: 403, reason: 'forbidden' },
      ],
      [
        'something that is no status',
        null,
        {
          reason: 'unreachable',
          message: 'kubernetes/prod-eu broke off its watch',
        },
      ],
    ])('throws for %s', async (_, object, failure) => {
      answer(stream(line('ERROR', object)));
      await expect(watched()).rejects.toMatchObject({
        name: 'UpstreamError',
        ...failure,
      });
    });

    it.each([
      ['no JSON', 'nonsense\n'],
      ['no event', '{"kind":"Status"}\n'],
    ])('throws for %s', async (_, text) => {
      answer(stream(text));
      await expect(watched()).rejects.toMatchObject({ reason: 'invalid' });
    });

    it('throws where the connection breaks', async () => {
      answer((_, response) => {
        response.setHeader('content-type', 'application/json');
        response.write(line('ADDED', {}), () => response.destroy());
      });
      await expect(watched()).rejects.toMatchObject({ reason: 'unreachable' });
    });

    it('ends with its signal', async () => {
      const controller = new AbortController();
      answer((_, response) => {
        response.setHeader('content-type', 'application/json');
        response.write(line('ADDED', {}));
      });
      const reading = async () => {
        for await (const event of api.watch(PODS, {
          resourceVersion: '7',
          timeoutSeconds: 300,
          signal: controller.signal,
          onOpen: () => {},
        })) {
          expect(event.type).toBe('ADDED');
          controller.abort(new Error('we leave'));
        }
      };
      await expect(reading()).rejects.toThrow('we leave');
    });
  });
});
