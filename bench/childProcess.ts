import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A script of the benchmarks in a process of its own. */
export interface BenchProcess {
  readonly child: ChildProcess;
  /** The first `told` that it sent. */
  readonly told: any;
  /** Resolves when it has ended. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** What compiles our TypeScript sends messages of its own. */
function firstTold(child: ChildProcess): Promise<any> {
  return new Promise(resolve => {
    child.on('message', (message: { readonly told?: unknown }) => {
      if (message.told) resolve(message.told);
    });
  });
}

/** Starts a script of this folder; resolves when it has told something. */
export async function startScript(
  script: string,
  options: object,
  stdio: {
    readonly stdio?: StdioOptions;
    readonly onStart?: (child: ChildProcess) => void;
  } = {},
): Promise<BenchProcess> {
  const child = fork(path.resolve('bench', script), [JSON.stringify(options)], {
    execArgv: [
      '--expose-gc',
      '--require',
      createRequire(__filename).resolve(
        '@backstage/cli/config/nodeTransform.cjs',
      ),
    ],
    stdio: stdio.stdio ?? ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  stdio.onStart?.(child);
  const ended = once(child, 'exit');
  const told = await Promise.race([
    firstTold(child),
    ended.then(() => {
      throw new Error(`${script} ended at its start`);
    }),
  ]);
  return {
    child,
    told,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
