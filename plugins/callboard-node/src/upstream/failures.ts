import { UpstreamError } from '../UpstreamError';
import { BodyTooLongError } from './readBody';
import { codeOf, type Redactor } from './Redactor';
import { DeadlineError } from './withDeadline';

/** What is repeated of a system's own words at most. */
const MAX_SAID_LENGTH_COUNT = 300;

/** An answer with a status of 400 and above. @public */
export interface RefusedAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** The beginning of its body, up to about 16 KiB. */
  readonly text: string;
}

/** What sentences about a failure need. @internal */
export interface FailureContext {
  /** `jenkins/main` */
  readonly name: string;
  readonly hasCredentials: boolean;
  readonly readFailure?: (answer: RefusedAnswer) => string | undefined;
}

/** How far an exchange got, and what it was given. @internal */
export interface FailedExchange {
  readonly context: FailureContext;
  readonly redactor: Redactor;
  readonly isAnswered: boolean;
  readonly deadlineMs: number;
  /** Where the answer has a limit. */
  readonly maxBytes?: number;
}

/**
 * Knows everything that can go wrong in an exchange, and turns it into an error without secrets.
 * @internal
 */
export function toUpstreamError(
  error: unknown,
  exchange: FailedExchange,
): UpstreamError {
  const { context, redactor, isAnswered, deadlineMs, maxBytes = 0 } = exchange;
  if (error instanceof UpstreamError) {
    const { reason, status, said, retryAfterMs, cause } = error;
    return new UpstreamError(redactor.text(error.message), {
      reason,
      status,
      retryAfterMs,
      ...(said !== undefined && { said: shortened(redactor.text(said)) }),
      ...(cause !== undefined && { cause: redactor.error(cause) }),
    });
  }
  if (error instanceof DeadlineError) {
    const verb = isAnswered ? 'finish its answer' : 'answer';
    return new UpstreamError(
      `${context.name} did not ${verb} within ${deadlineMs / 1000} s`,
      { reason: 'unreachable' },
    );
  }
  if (error instanceof BodyTooLongError) {
    const mebibytes = (maxBytes / 1024 / 1024).toFixed(1);
    return new UpstreamError(
      redactor.text(
        `${context.name} sent more than ${mebibytes} MiB, we stopped there`,
      ),
      { reason: 'invalid', tooLong: true },
    );
  }
  return transportFailure(context, redactor.error(error));
}

/** Somebody else's words, on one line and no more than the beginning. */
function shortened(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length > MAX_SAID_LENGTH_COUNT
    ? `${line.slice(0, MAX_SAID_LENGTH_COUNT)}…`
    : line;
}

/** The error that an answer with a status of 400 and above stands for. @internal */
export function statusFailure(
  context: FailureContext,
  options: {
    status: number;
    path: string;
    said?: string;
    retryAfterMs?: number;
  },
): UpstreamError {
  const { name } = context;
  const { status, path, said, retryAfterMs } = options;
  switch (status) {
    case 401:
      return new UpstreamError(
        context.hasCredentials
          ? `${name} does not accept our credentials (401)`
          : `${name} wants credentials and we have none (401)`,
        { reason: 'forbidden', status, said },
      );
    case 403:
      return new UpstreamError(`${name} does not let us read ${path} (403)`, {
        reason: 'forbidden',
        status,
        said,
      });
    case 404:
    case 410:
      return new UpstreamError(`${name} has no ${path} (${status})`, {
        reason: 'not-found',
        status,
        said,
      });
    case 429:
      return new UpstreamError(`${name} asks us to slow down (429)`, {
        reason: 'unreachable',
        status,
        said,
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
          said,
          retryAfterMs,
        },
      );
  }
}

/** The error that a broken connection stands for; `error` is redacted already. */
function transportFailure(
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
