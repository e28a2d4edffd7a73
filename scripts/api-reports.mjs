// Writes report.api.md of every published package; `-- --ci` compares instead.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './processes.mjs';

// The order of inferred types depends on what was compiled before: begin from nothing.
rmSync(path.join(ROOT, 'dist-types'), { recursive: true, force: true });

function run(name, args) {
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/.bin', name), ...args],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}

run('tsc', []);
run('backstage-repo-tools', [
  'api-reports',
  '--exclude',
  'packages/**',
  '-o',
  // An entry point in a folder is taken for a wrong file; members whose names say all need no words.
  'ae-wrong-input-file-type,ae-undocumented',
  ...process.argv.slice(2),
]);
