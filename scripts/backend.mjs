// The backend alone. `npm run backend -- --config FILE --config FILE` uses exactly those files;
// without any it is app-config.yaml (and app-config.local.yaml, where there is one).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { configArgs, NODE_ARGS, ROOT } from './processes.mjs';

const { values } = parseArgs({
  options: { config: { type: 'string', multiple: true, default: [] } },
});

const child = spawn(
  process.execPath,
  [...NODE_ARGS, 'src/index.ts', ...configArgs(values.config)],
  {
    cwd: path.join(ROOT, 'packages/backend'),
    env: { NODE_ENV: 'development', ...process.env },
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
