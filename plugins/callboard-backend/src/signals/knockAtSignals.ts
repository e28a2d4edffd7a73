import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

const KNOCK_MAX_MS = 1_000;

/** What is knocked at. */
export interface KnockOptions {
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
}

/**
 * Asks the signals backend for a connection that nobody needs, and hangs up.
 *
 * It begins to listen for upgrades with the first request for one, which it never answers. A browser
 * makes one such connection to a host at a time, so the first viewer after a start would have no
 * signals for the four minutes after which browsers give up on it. Never throws: pages poll as well.
 */
export async function knockAtSignals({
  discovery,
  logger,
}: KnockOptions): Promise<void> {
  try {
    const url = new URL(await discovery.getBaseUrl('signals'));
    const { request } = url.protocol === 'https:' ? https : http;
    // Without a key it is no handshake, should somebody have come before us.
    const knock = request(url, {
      headers: { connection: 'Upgrade', upgrade: 'websocket' },
      timeout: KNOCK_MAX_MS,
    });
    const over = new Promise<void>(resolve => {
      knock.on('response', () => resolve());
      knock.on('upgrade', () => resolve());
      knock.on('timeout', () => resolve());
    });
    const failed = once(knock, 'error').then(([error]) => {
      throw error;
    });
    knock.end();
    try {
      await Promise.race([over, failed]);
    } finally {
      failed.catch(() => {});
      knock.destroy();
    }
  } catch (error) {
    logger.debug(
      `Signals could not be knocked at, the first viewer may have to poll: ${stringifyError(
        error,
      )}`,
    );
  }
}
