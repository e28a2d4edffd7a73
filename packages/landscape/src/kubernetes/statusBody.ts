/** A `Status` object, as the API answers failures with. */
export interface KubernetesStatus {
  readonly code: number;
  readonly message: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** `continue`, where a list can go on all the same. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A request that cannot be served, and what is answered to it. */
export class StatusError extends Error {
  readonly status: KubernetesStatus;

  constructor(status: KubernetesStatus) {
    super(status.message);
    this.name = 'StatusError';
    this.status = status;
  }
}

/** In the order of fields that the API has. */
export function statusBody(
  status: KubernetesStatus,
): Readonly<Record<string, unknown>> {
  const { code, message, reason, details, metadata = {} } = status;
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata,
    status: 'Failure',
    message,
    ...(reason === undefined ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
    code,
  };
}

export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, message, reason: 'BadRequest' });
}

export const UNAUTHORIZED: KubernetesStatus = {
  code: 401,
  message: 'Unauthorized',
  reason: 'Unauthorized',
};

/** The kind is not there. */
export const NO_SUCH_RESOURCE: KubernetesStatus = {
  code: 404,
  message: 'the server could not find the requested resource',
  reason: 'NotFound',
  details: {},
};

/** `pods`, `deployments.apps` */
function qualified(resource: { group: string; name: string }): string {
  return resource.group ? `${resource.name}.${resource.group}` : resource.name;
}

export function notFound(
  resource: { group: string; name: string },
  name: string,
): KubernetesStatus {
  return {
    code: 404,
    message: `${qualified(resource)} "${name}" not found`,
    reason: 'NotFound',
    details: {
      name,
      ...(resource.group ? { group: resource.group } : {}),
      kind: resource.name,
    },
  };
}

export function forbidden(options: {
  user: string;
  verb: string;
  resource: { group: string; name: string };
  namespace: string;
  name?: string;
}): KubernetesStatus {
  const { user, verb, resource, namespace, name } = options;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return {
    code: 403,
    message:
      `${qualified(resource)}${name ? ` "${name}"` : ''} is forbidden: ` +
      `User "${user}" cannot ${verb} resource "${resource.name}" ` +
      `in API group "${resource.group}" ${scope}`,
    reason: 'Forbidden',
    details: {
      ...(name ? { name } : {}),
      ...(resource.group ? { group: resource.group } : {}),
      kind: resource.name,
    },
  };
}

export function forbiddenPath(options: {
  user: string;
  verb: string;
  path: string;
}): KubernetesStatus {
  const { user, verb, path } = options;
  return {
    code: 403,
    message: `forbidden: User "${user}" cannot ${verb} path "${path}"`,
    reason: 'Forbidden',
    details: {},
  };
}

/** A watch from a version whose changes are forgotten. */
export function tooOld(options: {
  version: number;
  oldest: number;
}): KubernetesStatus {
  return {
    code: 410,
    message: `too old resource version: ${options.version} (${options.oldest})`,
    reason: 'Expired',
  };
}

export function tooLarge(options: {
  version: number;
  current: number;
}): KubernetesStatus {
  return {
    code: 504,
    message: `Timeout: Too large resource version: ${options.version}, current: ${options.current}`,
    reason: 'Timeout',
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  };
}
