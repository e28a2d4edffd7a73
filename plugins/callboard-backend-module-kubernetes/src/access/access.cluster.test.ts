import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ControlPlane } from '@callboard/control-plane';
import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import type { WatchedResource } from '../api/KubernetesApi';
import type { ClusterAccess } from '../config/ClusterAccess';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { temporaryDirectory } from '../__testUtils__/temporaryDirectory';

const ACCOUNTS = '/api/v1/namespaces/callboard/serviceaccounts';
const PODS: WatchedResource = {
  group: '',
  version: 'v1',
  resource: 'pods',
  namespaced: true,
};
const NODES: WatchedResource = {
  ...PODS,
  resource: 'nodes',
  namespaced: false,
};

describeOnControlPlane('the way to a real cluster', () => {
  const directory = temporaryDirectory();
  const tokenFile = join(directory, 'token');
  const signal = new AbortController().signal;
  let cluster: ControlPlane;
  let api: HttpKubernetesApi | undefined;

  beforeAll(async () => {
    cluster = await ControlPlane.up();
  });

  afterEach(async () => {
    await api?.close();
    api = undefined;
  });

  afterAll(async () => {
    await cluster?.down();
  });

  function reach(access: ClusterAccess): HttpKubernetesApi {
    api = HttpKubernetesApi.create({ name: 'kubernetes/real', access });
    return api;
  }

  const byTokenFile = (): ClusterAccess => ({
    kind: 'direct',
    url: cluster.url,
    trust: { caFile: cluster.caFile, skipTLSVerify: false },
    credentials: { kind: 'token-file', file: tokenFile, from: 'key' },
    from: 'cluster',
  });

  const listPods = async (by: HttpKubernetesApi) =>
    by.listPage(PODS, { limit: 1, signal });

  /** The apiserver believes a token for some seconds after it ended. */
  async function untilRefused(by: HttpKubernetesApi): Promise<void> {
    for (;;) {
      try {
        await listPods(by);
      } catch (error) {
        expect(error).toMatchObject({ name: 'UpstreamError', status: 401 });
        return;
      }
    }
  }

  it('goes by a token that is replaced when its account is', async () => {
    writeFileSync(tokenFile, cluster.token);
    const reached = reach(byTokenFile());
    await expect(listPods(reached)).resolves.toMatchObject({
      resourceVersion: expect.any(String),
    });

    await cluster.admin.delete(`${ACCOUNTS}/callboard`);
    await cluster.admin.create(ACCOUNTS, { metadata: { name: 'callboard' } });
    await untilRefused(reached);
    writeFileSync(tokenFile, await cluster.createToken(600));
    await expect(listPods(reached)).resolves.toMatchObject({
      resourceVersion: expect.any(String),
    });
  });

  it('names the right that is missing, and the account that lacks it', async () => {
    writeFileSync(tokenFile, await cluster.createToken(600));
    await expect(
      reach(byTokenFile()).listPage(NODES, { limit: 1, signal }),
    ).rejects.toMatchObject({
      status: 403,
      message:
        'kubernetes/real does not let us list nodes (403): grant list on nodes to system:serviceaccount:callboard:callboard',
    });
  });

  it('goes by the user of a kubeconfig', async () => {
    const reached = reach({
      kind: 'kubeconfig',
      file: cluster.kubeconfigFile,
      from: 'key',
    });
    const page = await reached.listPage(NODES, { limit: 2, signal });
    expect(page.items).toHaveLength(2);
    expect(page.continue).toEqual(expect.any(String));
    const rest = await reached.listPage(NODES, {
      limit: 2,
      continue: page.continue,
      signal,
    });
    expect(rest.items).toHaveLength(1);
  });

  it('goes by an exec plugin', async () => {
    const token = await cluster.createToken(600);
    const plugin = join(directory, 'plugin.sh');
    const credential = {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token },
    };
    writeFileSync(
      plugin,
      `#!/bin/sh\ncat <<'END'\n${JSON.stringify(credential)}\nEND\n`,
    );
    chmodSync(plugin, 0o755);
    const file = join(directory, 'kubeconfig.yaml');
    writeFileSync(
      file,
      JSON.stringify({
        'current-context': 'real',
        clusters: [
          {
            name: 'real',
            cluster: {
              server: cluster.url,
              'certificate-authority': cluster.caFile,
            },
          },
        ],
        contexts: [{ name: 'real', context: { cluster: 'real', user: 'bot' } }],
        users: [
          {
            name: 'bot',
            user: {
              exec: { apiVersion: credential.apiVersion, command: plugin },
            },
          },
        ],
      }),
    );
    await expect(
      listPods(reach({ kind: 'kubeconfig', file, from: 'key' })),
    ).resolves.toMatchObject({ resourceVersion: expect.any(String) });
  });
});
