import { UpstreamError } from '@callboard/plugin-callboard-node';

/** A failed check in what `/readyz` answers: `[-]etcd failed: reason withheld`. */
const FAILED_CHECK = /\[-\](\S+) failed/g;

/** Fails while a server that still serves gets ready to end, so that nobody else is sent there. */
const SHUTDOWN = 'shutdown';

/** The server answers that it cannot tell how its cluster is, e.g. because etcd is not there. */
export class NotReadyError extends UpstreamError {}

/** The lines of an answer that name failed checks, on one line; undefined where there are none. */
export function failedChecksIn(text: string): string | undefined {
  return text.match(FAILED_CHECK)?.join(' ');
}

/** What a refusal of `/readyz` means; undefined where it does not matter to us. */
export function readinessFailure(
  error: UpstreamError,
  name: string,
): UpstreamError | undefined {
  const checks = [...(error.said ?? '').matchAll(FAILED_CHECK)].map(
    ([, check]) => check,
  );
  if (checks.length === 0) {
    return error;
  }
  const failed = checks.filter(check => check !== SHUTDOWN);
  return failed.length === 0
    ? undefined
    : new NotReadyError(
        `${name} is not ready: ${failed.join(', ')} ${
          failed.length === 1 ? 'fails' : 'fail'
        } there`,
        { reason: 'unreachable', status: error.status },
      );
}
