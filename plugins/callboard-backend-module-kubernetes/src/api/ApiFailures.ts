import { plainText } from '@callboard/plugin-callboard-common';
import {
  UpstreamError,
  type RefusedAnswer,
  type UpstreamErrorOptions,
} from '@callboard/plugin-callboard-node';
import { z } from 'zod';
import type { ClusterConnection } from '../access/ClusterConnection';
import type { WatchedResource } from './KubernetesApi';
import { failedChecksIn } from './readiness';
import { apiStatusSchema } from './schemas';
import { trustProblem } from './trustProblem';

/** What was asked for, as RBAC calls it. */
export interface Asked {
  readonly verb: 'list' | 'watch' | 'get';
  /** Absent for what is no resource: `/version`, `/readyz`. */
  readonly resource?: WatchedResource;
  readonly namespace?: string;
}

/** What Go's HTTPS servers answer to plain HTTP. */
const PLAIN_HTTP = 'Client sent an HTTP request to an HTTPS server';

/** How the API calls whoever did not sign in. */
const ANONYMOUS = 'system:anonymous';

const codeSchema = z.object({ code: z.string() });

/** The API's own words in an answer that refuses. */
export function readFailure({ text }: RefusedAnswer): string | undefined {
  try {
    return apiStatusSchema.safeParse(JSON.parse(text)).data?.message;
  } catch {
    // A proxy in front of the API answers with pages.
    return text.startsWith(PLAIN_HTTP) ? PLAIN_HTTP : failedChecksIn(text);
  }
}

/** Says what failed so that whoever runs the cluster knows what to do. */
export class ApiFailures {
  readonly #name: string;
  readonly #connection: ClusterConnection;

  static create(options: {
    /** `kubernetes/prod-eu` */
    readonly name: string;
    readonly connection: ClusterConnection;
  }): ApiFailures {
    return new ApiFailures(options);
  }

  private constructor(options: {
    name: string;
    connection: ClusterConnection;
  }) {
    this.#name = options.name;
    this.#connection = options.connection;
  }

  /** The same failure with a sentence that fits; what is no UpstreamError is passed through. */
  explain(error: unknown, asked: Asked): unknown {
    if (!(error instanceof UpstreamError)) {
      return error;
    }
    const message = this.#sentence(error, asked);
    return message === undefined ? error : withMessage(error, message);
  }

  /** The failure that an ERROR event of a watch tells. */
  ofEvent(object: unknown, asked: Asked): UpstreamError {
    const { data } = apiStatusSchema.safeParse(object);
    const status = data?.code;
    const said = data?.message && plainText(data.message, 300);
    const error = new UpstreamError(
      status === 410
        ? `${this.#name} does not remember so old a state of ${
            asked.resource?.resource ?? 'it'
          } (410)`
        : `${this.#name} broke off its watch${status ? ` (${status})` : ''}${
            said ? `: ${said}` : ''
          }`,
      { reason: reasonOf(status), status, ...(said && { said }) },
    );
    const message = status === 410 ? undefined : this.#sentence(error, asked);
    return message === undefined ? error : withMessage(error, message);
  }

  /** The API broke its own promise. */
  invalid(what: string): UpstreamError {
    return new UpstreamError(`${this.#name} ${what}`, { reason: 'invalid' });
  }

  #sentence(error: UpstreamError, asked: Asked): string | undefined {
    switch (error.status) {
      case 400:
        return error.said === PLAIN_HTTP
          ? `${this.#name} speaks https, but its address begins with http`
          : undefined;
      case 401:
        return this.#refused(401);
      case 403:
        return this.#forbidden(error, asked);
      case 404:
        return this.#missing(asked);
      default:
        return error.status === undefined
          ? trustProblem({
              code: codeSchema.safeParse(error.cause).data?.code,
              name: this.#name,
              hint: this.#connection.trustHint,
            })
          : undefined;
    }
  }

  #refused(status: number): string {
    return `${
      this.#name
    } does not accept what lets us in (${status}). ${this.#connection.refusedHint()}`;
  }

  #forbidden(error: UpstreamError, asked: Asked): string | undefined {
    const user = /User "([^"]+)"/.exec(error.said ?? '')?.[1];
    if (user === ANONYMOUS) {
      return this.#refused(403);
    }
    const { resource, verb } = asked;
    if (!resource) {
      return undefined;
    }
    const kind = nameOf(resource);
    const who = user ? plainText(user) : 'the account that we use';
    return `${this.#name} does not let us ${verb} ${kind}${placeOf(
      asked,
    )} (403): grant ${verb} on ${kind} to ${who}`;
  }

  #missing(asked: Asked): string | undefined {
    const { resource } = asked;
    if (!resource) {
      return `${
        this.#name
      } has no /version (404): is its address that of a Kubernetes API?`;
    }
    const version = [resource.group, resource.version]
      .filter(Boolean)
      .join('/');
    return `${this.#name} has no ${resource.resource} of ${version}${
      asked.namespace ? placeOf(asked) : ''
    } (404)`;
  }
}

function placeOf({ resource, namespace }: Asked): string {
  if (namespace) {
    return ` in namespace ${namespace}`;
  }
  return resource?.namespaced ? ' in all namespaces' : '';
}

/** `deployments.apps`, as RBAC and kubectl write it. */
function nameOf({ group, resource }: WatchedResource): string {
  return group === '' ? resource : `${resource}.${group}`;
}

function reasonOf(status: number | undefined): UpstreamErrorOptions['reason'] {
  switch (status) {
    case 401:
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    default:
      return 'unreachable';
  }
}

function withMessage(error: UpstreamError, message: string): UpstreamError {
  const { reason, status, said, retryAfterMs, tooLong, cause } = error;
  return new UpstreamError(message, {
    reason,
    status,
    said,
    retryAfterMs,
    tooLong,
    cause,
  });
}
