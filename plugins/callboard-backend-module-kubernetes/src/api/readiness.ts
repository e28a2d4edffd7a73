import { UpstreamError } from '@callboard/plugin-callboard-node';

/** A failed check in what `/readyz` answers: `[-]etcd failed: reason withheld`. */
const FAILED_CHECK = /\[-\](\S+) failed/g;

/**
 * Checks of what holds everything: `etcd`, `etcd-readiness`, `etcd-override-readiness-0`. Others keep
 * callers away from a server that starts or ends; what it can do then, its watches tell.
 */
const STORE_CHECK = /^etcd/;

/** The server answers that it cannot tell how its cluster is, because it misses its store. */
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
  const failed = checks.filter(check => STORE_CHECK.test(check));
  return failed.length === 0
    ? undefined
    : new NotReadyError(
        `${name} is not ready: ${failed.join(', ')} ${
          failed.length === 1 ? 'fails' : 'fail'
        } there`,
        { reason: 'unreachable', status: error.status },
      );
}
