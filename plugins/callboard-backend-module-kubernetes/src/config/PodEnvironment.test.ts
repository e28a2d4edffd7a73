import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../__testUtils__/temporaryDirectory';
import { readPodEnvironment } from './PodEnvironment';

describe('readPodEnvironment', () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'token'), 'abc');

  it.each([
    ['10.96.0.1', '6443', 'https://10.96.0.1:6443'],
    ['10.96.0.1', undefined, 'https://10.96.0.1:443'],
    ['fd00::1', '443', 'https://[fd00::1]:443'],
  ])('finds the cluster at %s, port %s', (host, port, url) => {
    expect(
      readPodEnvironment({
        env: { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port },
        directory,
      }),
    ).toEqual({
      url,
      tokenFile: join(directory, 'token'),
      caFile: join(directory, 'ca.crt'),
    });
  });

  it('finds none where there is no pod, or it has no account', () => {
    expect(readPodEnvironment({ env: {}, directory })).toBeUndefined();
    expect(
      readPodEnvironment({
        env: { KUBERNETES_SERVICE_HOST: '10.96.0.1' },
        directory: join(directory, 'nowhere'),
      }),
    ).toBeUndefined();
  });
});
