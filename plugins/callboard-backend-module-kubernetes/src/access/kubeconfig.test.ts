import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import { CertificateMaker } from '../__testUtils__/certificates';
import { eventually } from '../__testUtils__/eventually';
import { SecureServer } from '../__testUtils__/SecureServer';
import { temporaryDirectory } from '../__testUtils__/temporaryDirectory';

/** `@kubernetes/client-node` is an ES module, which Jest loads only with this option of Node.js. */
const canLoad = (process.env.NODE_OPTIONS ?? '').includes(
  '--experimental-vm-modules',
);
const describeKubeconfig = canLoad ? describe : describe.skip;
if (!canLoad) {
  process.stderr.write(
    'Tests of kubeconfigs are SKIPPED: run them with npm test\n',
  );
}

/** The first test would pay for it otherwise. */
const LOADED_WITHIN_MS = 60_000;

describeKubeconfig('a kubeconfig', () => {
  const directory = temporaryDirectory();
  const make = CertificateMaker.in(directory);
  const authority = make.authority('cluster-authority');
  const certificate = make.signed('here', {
    by: authority,
    address: 'IP:127.0.0.1',
  });
  const alice = make.signed('alice', { by: authority });
  const file = join(directory, 'kubeconfig.yaml');
  const plugin = join(directory, 'plugin.sh');
  const runs = join(directory, 'runs');
  const signal = new AbortController().signal;

  let server: SecureServer;
  let api: HttpKubernetesApi;
  let now: number;

  beforeAll(async () => {
    await import('@kubernetes/client-node');
  }, LOADED_WITHIN_MS);

  beforeEach(async () => {
    now = Date.parse('2026-03-01T10:00:00Z');
    writeFileSync(runs, '');
    server = await SecureServer.start({ certificate });
    api = apiWith();
  });

  afterEach(async () => {
    await api.close();
    await server.close();
  });

  function apiWith(context?: string, deadlineMs = 20_000) {
    return HttpKubernetesApi.create({
      name: 'kubernetes/prod',
      access: {
        kind: 'kubeconfig',
        file,
        ...(context && { context }),
        from: 'callboard.kubernetes.clusters[0].kubeconfig',
      },
      deadlineMs,
      now: () => now,
    });
  }

  function write(
    user: object,
    {
      url = server.url,
      ...cluster
    }: { url?: string; [key: string]: unknown } = {},
  ) {
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'prod',
      clusters: [
        {
          name: 'c',
          cluster: {
            server: url,
            'certificate-authority': 'cluster-authority.crt',
            ...cluster,
          },
        },
      ],
      contexts: [{ name: 'prod', context: { cluster: 'c', user: 'u' } }],
      users: [{ name: 'u', user }],
    };
    writeFileSync(file, JSON.stringify(config));
  }

  function writePlugin(...lines: string[]) {
    writeFileSync(
      plugin,
      ['#!/bin/sh', `echo run >> ${runs}`, ...lines, ''].join('\n'),
    );
    chmodSync(plugin, 0o755);
  }

  /** Gives `token-1`, `token-2` …, one a run. */
  function writeCountingPlugin(expirationTimestamp?: string) {
    const status = expirationTimestamp
      ? `"expirationTimestamp":"${expirationTimestamp}",`
      : '';
    writePlugin(
      `count=$(wc -l < ${runs} | tr -d ' ')`,
      `printf '{"kind":"ExecCredential","status":{${status}"token":"%s-token-%s"}}' "$WHO" "$count"`,
    );
  }

  const exec = (more: object = {}) => ({
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './plugin.sh',
      env: [{ name: 'WHO', value: 'bot' }],
      ...more,
    },
  });
  const tokens = () =>
    server.requests.map(({ authorization }) => authorization?.slice(7));

  it('brings address, authority and token', async () => {
    write({ token: 'token-of-the-file' });
    await expect(api.version({ signal })).resolves.toBe('v1.35.4');
    expect(tokens()).toEqual(['token-of-the-file']);
  });

  it('brings a client certificate', async () => {
    await server.close();
    server = await SecureServer.start({
      certificate,
      clientAuthority: authority,
    });
    write({
      'client-certificate-data': readFileSync(alice.cert).toString('base64'),
      'client-key': 'alice.key',
    });
    await api.version({ signal });
    expect(server.requests).toMatchObject([{ client: 'alice' }]);
  });

  it('brings a token of a file, which wins and rotates', async () => {
    const tokenFile = join(directory, 'token');
    writeFileSync(tokenFile, 'first\n');
    write({ token: 'token-of-the-file', tokenFile: 'token' });
    await api.version({ signal });
    writeFileSync(tokenFile, 'second\n');
    await api.version({ signal });
    expect(tokens()).toEqual(['first', 'second']);
  });

  it('names the file of a token that is not there', async () => {
    write({ token: 'token-of-the-file', tokenFile: 'no-token' });
    await expect(api.version({ signal })).rejects.toMatchObject({
      reason: 'forbidden',
      message: `The token of kubernetes/prod cannot be read from ${join(
        directory,
        'no-token',
      )} (ENOENT)`,
    });
    expect(server.requests).toEqual([]);
  });

  it('acts as whom it says', async () => {
    write({ token: 'token-of-the-file', as: 'watcher' });
    await api.version({ signal });
    expect(server.requests).toMatchObject([{ actsAs: 'watcher' }]);
  });

  it('is read again when it changes', async () => {
    write({ token: 'first' });
    await api.version({ signal });
    const other = await SecureServer.start({ certificate });
    write({ token: 'second' }, { url: other.url });
    await api.version({ signal });
    expect(other.requests).toMatchObject([{ authorization: 'Bearer second' }]);
    expect(api.usage().calls).toBe(2);
    await other.close();
  });

  describe('with an exec plugin', () => {
    it('runs it once, until what it gave ends', async () => {
      writeCountingPlugin('2026-03-01T10:15:00Z');
      write(exec());
      await api.version({ signal });
      now += 10 * 60_000;
      await api.version({ signal });
      now += 5 * 60_000;
      await api.version({ signal });
      expect(tokens()).toEqual(['bot-token-1', 'bot-token-1', 'bot-token-2']);
    });

    it('runs it once for calls at the same time', async () => {
      writeCountingPlugin();
      write(exec());
      await Promise.all([1, 2, 3].map(() => api.version({ signal })));
      expect(new Set(tokens())).toEqual(new Set(['bot-token-1']));
    });

    it('runs it again where the cluster refuses what it gave', async () => {
      writeCountingPlugin();
      write(exec());
      server.accepts = ({ authorization }) =>
        authorization === 'Bearer bot-token-2';
      await expect(api.version({ signal })).resolves.toBe('v1.35.4');
      expect(tokens()).toEqual(['bot-token-1', 'bot-token-2']);
    });

    it('does not run it over and over', async () => {
      writeCountingPlugin();
      write(exec());
      server.accepts = () => false;
      const refused = {
        status: 401,
        message: `kubernetes/prod does not accept what lets us in (401). It expired or is wrong: see the user of the current context in ${file}`,
      };
      await expect(api.version({ signal })).rejects.toMatchObject(refused);
      await expect(api.version({ signal })).rejects.toMatchObject(refused);
      expect(readFileSync(runs, 'utf8')).toBe('run\nrun\n');
    });

    it('goes by what it gave while it makes another', async () => {
      writeCountingPlugin('2026-03-01T10:15:00Z');
      write(exec());
      await api.version({ signal });
      now += 14.5 * 60_000;
      await api.version({ signal });
      expect(tokens()).toEqual(['bot-token-1', 'bot-token-1']);
      await eventually('the next token', async () => {
        await api.version({ signal });
        return tokens().at(-1) === 'bot-token-2';
      });
    });

    it('goes by what it gave to the end where it gives no other', async () => {
      writePlugin(
        `if [ $(wc -l < ${runs}) -gt 1 ]; then echo "no network" >&2; exit 1; fi`,
        `printf '{"status":{"token":"only","expirationTimestamp":"2026-03-01T10:15:00Z"}}'`,
      );
      write(exec());
      await api.version({ signal });
      now += 14.5 * 60_000;
      await api.version({ signal });
      await api.version({ signal });
      expect(tokens()).toEqual(['only', 'only', 'only']);
      now += 30_000;
      await expect(api.version({ signal })).rejects.toThrow(
        'The exec plugin ./plugin.sh of kubernetes/prod failed: no network',
      );
    });

    it('says so where it does not come back, and takes what it gives in the end', async () => {
      const released = join(directory, 'released');
      writePlugin(
        `while [ ! -e ${released} ]; do sleep 0.02; done`,
        `printf '{"status":{"token":"late"}}'`,
      );
      write(exec());
      const hasty = apiWith(undefined, 200);
      await expect(hasty.version({ signal })).rejects.toMatchObject({
        reason: 'forbidden',
        message:
          'The exec plugin ./plugin.sh of kubernetes/prod does not come back',
      });
      writeFileSync(released, '');
      await eventually('it came back', async () =>
        hasty.version({ signal }).then(
          () => true,
          () => false,
        ),
      );
      expect(tokens()).toEqual(['late']);
      expect(readFileSync(runs, 'utf8')).toBe('run\n');
      await hasty.close();
    });

    it('names it to all who wait for it at the same time, not one after the other', async () => {
      const released = join(directory, 'released-all');
      writePlugin(`while [ ! -e ${released} ]; do sleep 0.02; done`);
      write(exec());
      const hasty = apiWith(undefined, 1_000);
      const told: number[] = [];
      const calls = Array.from({ length: 12 }, () =>
        hasty.version({ signal }).catch(({ message }: Error) => {
          told.push(performance.now());
          return message;
        }),
      );
      expect(new Set(await Promise.all(calls))).toEqual(
        new Set([
          'The exec plugin ./plugin.sh of kubernetes/prod does not come back',
        ]),
      );
      expect(Math.max(...told) - Math.min(...told)).toBeLessThan(300);
      writeFileSync(released, '');
      await hasty.close();
    });

    it('tells it of the cluster where it wants to know', async () => {
      const told = join(directory, 'told.json');
      writePlugin(
        `printf '%s' "$KUBERNETES_EXEC_INFO" > ${told}`,
        `printf '{"status":{"token":"informed"}}'`,
      );
      const extension = { audience: 'a' };
      const extensions = [
        { name: 'client.authentication.k8s.io/exec', extension },
        { name: 'of-others', extension: { audience: 'b' } },
      ];
      write(exec({ provideClusterInfo: true }), { extensions });
      await api.version({ signal });
      expect(JSON.parse(readFileSync(told, 'utf8')).spec).toEqual({
        interactive: false,
        cluster: {
          server: server.url,
          'certificate-authority-data': Buffer.from(
            readFileSync(authority.cert, 'utf8').trim(),
          ).toString('base64'),
          config: extension,
        },
      });
    });

    it.each<[string, string[], object, string]>([
      [
        'fails',
        [
          'echo "no session for key abcdefghijklmnopqrstuvwxyz012345" >&2',
          'exit 1',
        ],
        {},
        'The exec plugin ./plugin.sh of kubernetes/prod failed: no session for key ***',
      ],
      ...['', 'Sign in first:', '{"status":{}}', '[null]'].map(
        (text): [string, string[], object, string] => [
          `says '${text}'`,
          [`printf '%s' '${text}'`],
          {},
          'The exec plugin ./plugin.sh of kubernetes/prod gave nothing that is an ExecCredential',
        ],
      ),
      [
        'talks without end',
        ['while :; do echo "0123456789012345678901234567890"; done'],
        {},
        'The exec plugin ./plugin.sh of kubernetes/prod failed',
      ],
      [
        'is not installed',
        [],
        { command: 'no-such-plugin', installHint: 'Install it' },
        'The exec plugin no-such-plugin of kubernetes/prod cannot be run where Backstage runs (ENOENT): Install it',
      ],
      [
        'has no command',
        [],
        { command: '' },
        `The exec plugin of kubernetes/prod in ${file} has no command or apiVersion`,
      ],
    ])('says so where it %s', async (_, lines, more, message) => {
      writePlugin(...lines);
      write(exec(more));
      await expect(api.version({ signal })).rejects.toThrow(message);
      expect(server.requests).toEqual([]);
    });
  });

  it.each<[string, () => void, string | undefined, RegExp]>([
    [
      'is not there',
      () => write({}),
      'staging',
      /kubeconfig\.yaml has no context staging; there are prod/,
    ],
    [
      'is in no kubeconfig',
      () => writeFileSync(file, 'token: [secret-of-the-test'),
      undefined,
      /kubeconfig\.yaml is no kubeconfig \(callboard\.kubernetes\.clusters\[0\]/,
    ],
    [
      'wants a proxy',
      () => write({}, { 'proxy-url': 'http://proxy.example' }),
      undefined,
      /kubeconfig\.yaml wants a proxy-url, which Callboard cannot use/,
    ],
    [
      'has a user that acts in groups',
      () => write({ as: 'watcher', 'as-groups': ['watchers'], 'as-uid': '7' }),
      undefined,
      /kubeconfig\.yaml wants to act with as-uid, as-groups, which Callboard cannot/,
    ],
    [
      'leads to something that is no address',
      () => write({}, { url: 'ftp://cluster.example' }),
      undefined,
      /has a server that is no http or https address/,
    ],
  ])('says so where its context %s', async (_, prepare, context, message) => {
    prepare();
    const broken = apiWith(context);
    const failure = await broken.version({ signal }).catch(error => error);
    expect(failure).toMatchObject({ name: 'UpstreamError', reason: 'invalid' });
    expect(failure.message).toMatch(message);
    expect(failure.message).not.toContain('secret-of-the-test');
    await broken.close();
  });
});
