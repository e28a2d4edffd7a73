import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultServer } from '@callboard/plugin-callboard-node/testkit';
import { HttpKubernetesApi } from '../api/HttpKubernetesApi';
import { temporaryDirectory } from '../__testUtils__/temporaryDirectory';

describe('a token in a file', () => {
  const file = join(temporaryDirectory(), 'token');
  const signal = new AbortController().signal;
  let server: FaultServer;
  let api: HttpKubernetesApi;

  /** As the kubelet does it: at once. */
  function rotate(token: string) {
    writeFileSync(`${file}.new`, `${token}\n`);
    renameSync(`${file}.new`, file);
  }

  beforeEach(async () => {
    server = await FaultServer.start({
      handler: (request, response) => {
        const accepted =
          request.headers.authorization === 'Bearer second-token';
        response.statusCode = accepted ? 200 : 401;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ gitVersion: 'v1.35.4' }));
      },
    });
    api = HttpKubernetesApi.create({
      name: 'kubernetes/prod',
      access: {
        kind: 'direct',
        url: server.url,
        trust: { skipTLSVerify: false },
        credentials: { kind: 'token-file', file, from: 'key' },
        from: 'cluster',
      },
    });
    rotate('first-token');
  });

  afterEach(async () => {
    await api.close();
    await server.close();
  });

  it('is followed when it rotates', async () => {
    await expect(api.version({ signal })).rejects.toMatchObject({
      reason: 'forbidden',
      status: 401,
      message: `kubernetes/prod does not accept what lets us in (401). It expired or is wrong: see what writes ${file}`,
    });
    rotate('second-token');
    await expect(api.version({ signal })).resolves.toBe('v1.35.4');
  });

  it.each<[string, () => void, string]>([
    [
      'is gone',
      () => rmSync(file),
      `The token of kubernetes/prod cannot be read from ${file} (ENOENT)`,
    ],
    [
      'is empty',
      () => writeFileSync(file, '\n'),
      `The token of kubernetes/prod is not in ${file}, which is empty`,
    ],
  ])('is not replaced by nothing where it %s', async (_, spoil, message) => {
    spoil();
    await expect(api.version({ signal })).rejects.toMatchObject({
      reason: 'forbidden',
      message,
    });
    expect(server.requests).toEqual([]);
  });
});
