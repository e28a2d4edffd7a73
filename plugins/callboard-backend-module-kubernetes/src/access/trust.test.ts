import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import type { ClusterCredentials, ClusterTrust } from '../config/ClusterAccess';
import { CertificateMaker } from '../__testUtils__/certificates';
import { SecureServer } from '../__testUtils__/SecureServer';
import { temporaryDirectory } from '../__testUtils__/temporaryDirectory';

const FROM = 'kubernetes.clusterLocatorMethods[0].clusters[0]';

describe('whom we trust, and who we are', () => {
  const directory = temporaryDirectory();
  const make = CertificateMaker.in(directory);
  const authority = make.authority('cluster-authority');
  const stranger = make.authority('another-authority');
  const here = make.signed('here', { by: authority, address: 'IP:127.0.0.1' });
  const elsewhere = make.signed('elsewhere', {
    by: authority,
    address: 'DNS:kubernetes.example',
  });
  const alice = make.signed('alice', { by: authority });
  const bob = make.signed('bob', { by: authority });

  const signal = new AbortController().signal;
  const closing: Array<() => Promise<void>> = [];

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  async function serverWith(
    options: Parameters<typeof SecureServer.start>[0],
  ): Promise<SecureServer> {
    const server = await SecureServer.start(options);
    closing.push(() => server.close());
    return server;
  }

  function apiOf(
    url: string,
    options: {
      trust?: Partial<ClusterTrust>;
      credentials?: ClusterCredentials;
    },
  ) {
    const api = HttpKubernetesApi.create({
      name: 'kubernetes/prod',
      access: {
        kind: 'direct',
        url,
        trust: { skipTLSVerify: false, ...options.trust },
        credentials: options.credentials ?? { kind: 'none' },
        from: FROM,
      },
    });
    closing.push(() => api.close());
    return api;
  }

  it.each<[string, Partial<ClusterTrust>]>([
    ['caFile', { caFile: authority.cert }],
    ['caData as PEM', { caData: readFileSync(authority.cert, 'utf8') }],
    [
      'caData as base64',
      { caData: readFileSync(authority.cert).toString('base64') },
    ],
    ['skipTLSVerify', { skipTLSVerify: true }],
  ])(
    'reaches a cluster with an authority of its own by %s',
    async (_, trust) => {
      const server = await serverWith({ certificate: here });
      await expect(
        apiOf(server.url, { trust }).version({ signal }),
      ).resolves.toBe('v1.35.4');
    },
  );

  it.each<[string, Partial<ClusterTrust>]>([
    ['no authority', {}],
    ['another authority', { caFile: stranger.cert }],
  ])('refuses it with %s, and says what to set', async (_, trust) => {
    const server = await serverWith({ certificate: here });
    await expect(
      apiOf(server.url, { trust }).version({ signal }),
    ).rejects.toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(
        /^The certificate of kubernetes\/prod is signed by nobody that we trust \(\w+\): set caData or caFile of kubernetes\.clusterLocatorMethods\[0\]/,
      ),
    });
  });

  it('trusts blindly in one cluster only', async () => {
    const server = await serverWith({ certificate: here });
    const blind = apiOf(server.url, { trust: { skipTLSVerify: true } });
    const careful = apiOf(server.url, {});
    await expect(blind.version({ signal })).resolves.toBe('v1.35.4');
    await expect(careful.version({ signal })).rejects.toThrow(
      'nobody that we trust',
    );
  });

  it('refuses a certificate for another host', async () => {
    const server = await serverWith({ certificate: elsewhere });
    await expect(
      apiOf(server.url, { trust: { caFile: authority.cert } }).version({
        signal,
      }),
    ).rejects.toThrow('The certificate of kubernetes/prod is for another host');
  });

  it('follows an authority that is replaced', async () => {
    const server = await serverWith({ certificate: here });
    const caFile = join(directory, 'rotating-ca.crt');
    copyFileSync(stranger.cert, caFile);
    const api = apiOf(server.url, { trust: { caFile } });
    await expect(api.version({ signal })).rejects.toThrow(
      'nobody that we trust',
    );
    copyFileSync(authority.cert, caFile);
    await expect(api.version({ signal })).resolves.toBe('v1.35.4');
  });

  it.each<[string, Partial<ClusterTrust>, string]>([
    [
      'is not there',
      { caFile: '/nowhere/ca.crt' },
      'The certificate authority of kubernetes/prod cannot be read from /nowhere/ca.crt (ENOENT)',
    ],
    [
      'is no certificate',
      { caData: 'bm90aGluZw==' },
      `caData of ${FROM} is no certificate: put PEM there, or base64 of it`,
    ],
  ])('says so where the authority %s', async (_, trust, message) => {
    const server = await serverWith({ certificate: here });
    await expect(
      apiOf(server.url, { trust }).version({ signal }),
    ).rejects.toThrow(message);
    expect(server.requests).toEqual([]);
  });

  describe('a client certificate', () => {
    it('lets us in, and may rotate', async () => {
      const server = await serverWith({
        certificate: here,
        clientAuthority: authority,
      });
      const certFile = join(directory, 'client.crt');
      const keyFile = join(directory, 'client.key');
      copyFileSync(alice.cert, certFile);
      copyFileSync(alice.key, keyFile);
      const api = apiOf(server.url, {
        trust: { caFile: authority.cert },
        credentials: { kind: 'certificate', certFile, keyFile, from: FROM },
      });
      await api.version({ signal });
      copyFileSync(bob.cert, certFile);
      copyFileSync(bob.key, keyFile);
      await api.version({ signal });
      expect(server.requests.map(({ client }) => client)).toEqual([
        'alice',
        'bob',
      ]);
    });

    it('is missed where the cluster wants one', async () => {
      const server = await serverWith({
        certificate: here,
        clientAuthority: authority,
      });
      await expect(
        apiOf(server.url, { trust: { caFile: authority.cert } }).version({
          signal,
        }),
      ).rejects.toMatchObject({
        message: expect.stringMatching(
          /does not accept our client certificate|broke off the connection/,
        ),
      });
    });
  });
});
