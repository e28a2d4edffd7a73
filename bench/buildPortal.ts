import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Builds the portal that a browser is shown: what is measured is what the sources say now. */
export function buildPortal(): void {
  const cli = require.resolve('@backstage/cli/bin/backstage-cli');
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'package', 'build'],
    {
      cwd: path.resolve(__dirname, '../packages/app'),
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    throw new Error(`The portal cannot be built: ${stderr}`);
  }
}
