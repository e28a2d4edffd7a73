// Tests against a real Kubernetes control plane: KUBEBUILDER_ASSETS is the folder of its binaries,
// see packages/control-plane. Further arguments go to jest.
import { spawnSync } from 'node:child_process';
import { BACKSTAGE_CLI, ROOT } from './processes.mjs';

if (!process.env.KUBEBUILDER_ASSETS) {
  process.stderr.write(
    'KUBEBUILDER_ASSETS is not set, so there is no control plane to test against.\n' +
      'Build one and point there: packages/control-plane/kubernetes build DIR\n',
  );
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    BACKSTAGE_CLI,
    'repo',
    'test',
    '--watchAll=false',
    '--runInBand',
    '\\.cluster\\.test\\.ts$',
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1' },
  },
);
process.exitCode = status ?? 1;
