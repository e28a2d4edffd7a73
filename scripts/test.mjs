// All unit and integration tests. Further arguments go to jest: `npm test -- plugins/callboard-common`.
import { spawnSync } from 'node:child_process';
import { BACKSTAGE_CLI, ROOT, TEST_ENV } from './processes.mjs';

const { status } = spawnSync(
  process.execPath,
  [BACKSTAGE_CLI, 'repo', 'test', '--watchAll=false', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...TEST_ENV },
  },
);
process.exitCode = status ?? 1;
