// The demo: a make-believe company, the backend and the portal. Prints one line when all are ready.
import { mkdirSync, rmSync, createWriteStream } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  BACKSTAGE_CLI,
  NODE_ARGS,
  ROOT,
  configArgs,
  startNode,
  stop,
  untilOk,
} from './processes.mjs';

const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '60' },
    seed: { type: 'string', default: '7' },
    verbose: { type: 'boolean', default: false },
    /** Keeps what the last demo stored, its runbooks too. */
    keep: { type: 'boolean', default: false },
  },
});

const PORTS = {
  3000: 'the portal',
  7007: 'the backend',
  7100: 'the landscape',
  7101: 'Jenkins main of the landscape',
  7102: 'Jenkins mobile of the landscape',
  7103: 'the cluster prod-eu of the landscape',
  7104: 'the cluster staging of the landscape',
  7105: 'the Prometheus of the landscape',
};

const data = path.join(ROOT, '.data');
const children = [];
let stopping = false;

async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map(stop));
  process.exit(code);
}

function isFree(port) {
  return new Promise(resolve => {
    const server = net
      .createServer()
      .once('error', () => resolve(false))
      .once('listening', () => server.close(() => resolve(true)))
      .listen(port, '127.0.0.1');
  });
}

function run(name, args, cwd) {
  const log = createWriteStream(path.join(data, `${name}.log`));
  const child = startNode({
    args,
    cwd,
    quiet: !values.verbose,
    onLine: line => log.write(`${line}\n`),
  });
  children.push(child);
  child.on('exit', code => {
    if (stopping) return;
    process.stderr.write(
      `${name} ended (${code}); see .data/${name}.log for why\n`,
    );
    stopAll(1);
  });
  return child;
}

/** Writes the runbooks of the company into the portal, as soon as the catalog knows what they belong to. */
function writeRunbooks() {
  const log = createWriteStream(path.join(data, 'runbooks.log'));
  const seed = startNode({
    args: [...NODE_ARGS, 'packages/landscape/src/runbooks/seed.ts'],
    quiet: !values.verbose,
    onLine: line => log.write(`${line}\n`),
  });
  children.push(seed);
  seed.on('exit', code => {
    if (stopping || code === 0) return;
    process.stderr.write(
      'The demo has no runbooks; see .data/runbooks.log for why\n',
    );
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stopAll(0));
}

for (const [port, use] of Object.entries(PORTS)) {
  if (!(await isFree(Number(port)))) {
    process.stderr.write(
      `Port ${port} is taken; ${use} needs it. Stop what listens there and start again.\n`,
    );
    process.exit(1);
  }
}

if (!values.keep)
  rmSync(path.join(data, 'database'), { recursive: true, force: true });
mkdirSync(data, { recursive: true });

const configs = configArgs([
  path.join(ROOT, 'app-config.yaml'),
  path.join(ROOT, 'app-config.landscape.yaml'),
]);

try {
  const landscape = run('landscape', [
    ...NODE_ARGS,
    'packages/landscape/src/main.ts',
    '--services',
    values.services,
    '--seed',
    values.seed,
  ]);
  const app = run(
    'app',
    [BACKSTAGE_CLI, 'package', 'start', ...configs],
    path.join(ROOT, 'packages/app'),
  );
  await untilOk('http://127.0.0.1:7100/control/state', { child: landscape });
  const backend = run(
    'backend',
    [...NODE_ARGS, 'src/index.ts', ...configs],
    path.join(ROOT, 'packages/backend'),
  );
  await Promise.all([
    untilOk('http://127.0.0.1:7007/.backstage/health/v1/readiness', {
      child: backend,
    }),
    untilOk('http://localhost:3000/', { child: app }),
  ]);
  process.stdout.write(
    'Callboard is ready at http://localhost:3000/callboard (Ctrl-C stops it)\n',
  );
  writeRunbooks();
} catch (error) {
  if (!stopping) process.stderr.write(`${error.message}\n`);
  await stopAll(1);
}
