import { UpstreamError } from '../UpstreamError';
import { codeOf } from './Redactor';

/** What sentences about a failure need. @internal */
export interface FailureContext {
  /** `jenkins/main` */
  readonly name: string;
  readonly hasCredentials: boolean;
}

/** The error that an answer with a status of 400 and above stands for. @internal */
export function statusFailure(
  context: FailureContext,
  options: { status: number; path: string; retryAfterMs?: number },
): UpstreamError {
  const { name } = context;
  const { status, path, retryAfterMs } = options;
  switch (status) {
    case 401:
      return new UpstreamError(
        context.hasCredentials
          ? `${name} does not accept our credentials (401)`
          : `${name} wants credentials and we have none (401)`,
        { reason: 'forbidden', status },
      );
    case 403:
      return new UpstreamError(`${name} does not let us read ${path} (403)`, {
        reason: 'forbidden',
        status,
      });
    case 404:
    case 410:
      return new UpstreamError(`${name} has no ${path} (${status})`, {
        reason: 'not-found',
        status,
      });
    case 429:
      return new UpstreamError(`${name} asks us to slow down (429)`, {
        reason: 'unreachable',
        status,
        retryAfterMs,
      });
    default:
      return new UpstreamError(
        status >= 500 || status === 408
          ? `${name} answered with an error (${status})`
          : `${name} refused what we asked for (${status}): ${path}`,
        {
          reason: status >= 500 || status === 408 ? 'unreachable' : 'invalid',
          status,
          retryAfterMs,
        },
      );
  }
}

/** The error that a broken connection stands for; `error` is redacted already. @internal */
export function transportFailure(
  context: FailureContext,
  error: Error,
): UpstreamError {
  return new UpstreamError(transportSentence(context.name, error), {
    reason: 'unreachable',
    cause: error,
  });
}

function transportSentence(name: string, error: Error): string {
  const code = codeOf(error) ?? codeOf(error.cause) ?? '';
  switch (code) {
    case 'ECONNREFUSED':
      return `${name} refuses connections`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${name} cannot be found`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return `${name} broke off the connection`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `There is no route to ${name}`;
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `${name} did not accept a connection in time`;
    default:
      break;
  }
  if (/^HPE_|^UND_ERR_(RES|HEADERS)/.test(code)) {
    return `${name} does not speak proper HTTP`;
  }
  if (/CERT|^ERR_TLS|^ERR_SSL|^EPROTO|ISSUER/.test(code)) {
    return `No secure connection to ${name}: ${code}`;
  }
  return `${name} cannot be reached${code && ` (${code})`}`;
}
