// All unit and integration tests. Further arguments go to jest: `npm test -- plugins/callboard-common`.
import { spawnSync } from 'node:child_process';
import { BACKSTAGE_CLI, ROOT } from './processes.mjs';

const { status } = spawnSync(
  process.execPath,
  [BACKSTAGE_CLI, 'repo', 'test', '--watchAll=false', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      CI: '1',
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      // Jest loads ES modules, of which `@kubernetes/client-node` is one, only with this option.
      NODE_OPTIONS: [process.env.NODE_OPTIONS, '--experimental-vm-modules']
        .filter(Boolean)
        .join(' '),
    },
  },
);
process.exitCode = status ?? 1;
