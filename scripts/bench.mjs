// The benchmarks: ratios with their raw numbers, measured in one run. Names pick some: `npm run bench -- board jenkins`.
import { spawnSync } from 'node:child_process';
import { NODE_ARGS, ROOT } from './processes.mjs';

const { status } = spawnSync(
  process.execPath,
  [...NODE_ARGS, '--expose-gc', 'bench/run.ts', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { NODE_ENV: 'development', ...process.env },
  },
);
process.exitCode = status ?? 1;
