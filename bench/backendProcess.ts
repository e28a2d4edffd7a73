import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BoardBackendOptions } from './boardBackend';
import { startScript } from './childProcess';

const LOGS = path.resolve('.data/bench');

/** A backend in a process of its own, with the token of a signed-in user. */
export interface BackendProcess {
  readonly url: string;
  readonly headers: Record<string, string>;
  getJson(route: string): Promise<any>;
  stop(): Promise<void>;
}

/** Signs in; a backend that takes 10,000 services in for the first time may be slow to answer. */
async function guestToken(url: string): Promise<string> {
  const end = Date.now() + 120_000;
  for (;;) {
    try {
      const response = await fetch(`${url}/api/auth/guest/refresh`, {
        headers: { 'x-requested-with': 'XMLHttpRequest' },
        signal: AbortSignal.timeout(10_000),
      });
      if (response.ok) {
        return (await response.json()).backstageIdentity.token;
      }
      throw new Error(`${response.status} ${await response.text()}`);
    } catch (error) {
      if (Date.now() > end) throw new Error(`No guest session: ${error}`);
    }
  }
}

/** Starts the backend of a script; its log is in `.data/bench`. */
export async function startBackend<
  O extends { readonly port: number } = BoardBackendOptions,
>(options: O, script = 'boardBackend.ts'): Promise<BackendProcess> {
  mkdirSync(LOGS, { recursive: true });
  const log = createWriteStream(path.join(LOGS, `backend-${options.port}.log`));
  const backend = await startScript(script, options, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    onStart: child => {
      child.stdout?.pipe(log);
      child.stderr?.pipe(log);
    },
  }).catch(error => {
    throw new Error(`${error.message}; see ${log.path}`);
  });
  const url = `http://127.0.0.1:${options.port}`;
  const headers = { authorization: `Bearer ${await guestToken(url)}` };
  return {
    url,
    headers,
    async getJson(route) {
      const response = await fetch(`${url}${route}`, { headers });
      if (!response.ok) {
        throw new Error(
          `${route}: ${response.status} ${await response.text()}`,
        );
      }
      return response.json();
    },
    stop: () => backend.stop(),
  };
}

/** Waits until the board has observed all services that it was given. */
export async function untilObserved(
  backend: BackendProcess,
  services: number,
): Promise<void> {
  const end = Date.now() + 300_000;
  while (Date.now() < end) {
    const { counts } = await backend.getJson(
      '/api/callboard/v1/services?limit=1',
    );
    const seen = counts.failing + counts.warning + counts.ok;
    if (seen === services) return;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(`The board did not observe ${services} services in time`);
}
