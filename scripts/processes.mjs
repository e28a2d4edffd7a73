import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

const require = createRequire(import.meta.url);

/** Arguments that let node run our TypeScript as it is. */
export const NODE_ARGS = [
  '--enable-source-maps',
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
];

/** The command line tool of Backstage, without a shell between. */
export const BACKSTAGE_CLI = path.join(
  ROOT,
  'node_modules/@backstage/cli/bin/backstage-cli',
);

/** What the environment of tests needs. */
export const TEST_ENV = {
  CI: '1',
  BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  // Jest loads ES modules, of which `@kubernetes/client-node` is one, only with this option.
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--experimental-vm-modules']
    .filter(Boolean)
    .join(' '),
};

/** Every `--config FILE` of a command line, as absolute paths. */
export function configArgs(files) {
  return files.flatMap(file => [
    '--config',
    path.resolve(process.env.INIT_CWD ?? ROOT, file),
  ]);
}

/**
 * Starts a process in a group of its own, so that stopping it stops its children too.
 *
 * @param {{ args: string[], cwd?: string, env?: Record<string, string>, onLine?: (line: string) => void, quiet?: boolean }} options
 */
export function startNode({ args, cwd = ROOT, env = {}, onLine, quiet }) {
  const child = spawn(process.execPath, args, {
    cwd,
    detached: process.platform !== 'win32',
    env: { NODE_ENV: 'development', ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let rest = '';
  const read = chunk => {
    rest += chunk;
    const lines = rest.split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!quiet) process.stdout.write(`${line}\n`);
      onLine?.(line);
    }
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  return child;
}

/** Asks a group of processes to end, and makes it after ten seconds. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  const signal = name => {
    try {
      process.kill(-child.pid, name);
    } catch {
      child.kill(name);
    }
  };
  signal('SIGTERM');
  const timer = setTimeout(() => signal('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

/** Resolves when the URL answers with a success; rejects when a process it needs ends first. */
export async function untilOk(url, { child, timeoutMs = 180_000 }) {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (child && (child.exitCode !== null || child.signalCode !== null)) {
      throw new Error(`The process behind ${url} ended before it answered`);
    }
    const ok = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(`${url} did not answer within ${timeoutMs / 1000} s`);
}
