// Tests against a real Kubernetes control plane: KUBEBUILDER_ASSETS is the folder of its binaries,
// see packages/control-plane. `npm run test:kubernetes -- outages` runs the files so named.
import { spawnSync } from 'node:child_process';
import { BACKSTAGE_CLI, ROOT, TEST_ENV } from './processes.mjs';

if (!process.env.KUBEBUILDER_ASSETS) {
  process.stderr.write(
    'KUBEBUILDER_ASSETS is not set, so there is no control plane to test against.\n' +
      'Build one and point there: packages/control-plane/kubernetes build DIR\n',
  );
  process.exit(1);
}
const names = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    BACKSTAGE_CLI,
    'repo',
    'test',
    '--watchAll=false',
    '--runInBand',
    `(${names.join('|')}).*\\.cluster\\.test\\.ts$`,
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...TEST_ENV },
  },
);
process.exitCode = status ?? 1;
