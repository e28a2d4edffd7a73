import { isAllowed, isServed } from './access';
import type { KubernetesRefusal } from './access';
import { discovery, VERSION } from './discovery';
import { HEALTH_PATHS } from './health';
import { listAnswer, versionOf } from './listAnswer';
import { fieldsOf, objectJson, selectableFields } from './objectJson';
import type { ObjectStore, StoredObject } from './ObjectStore';
import type { ResourcePath } from './paths';
import { findResource } from './resources';
import type { KubernetesResource, KubernetesResourceName } from './resources';
import { fieldMatcher, labelMatcher } from './selectors';
import {
  forbidden,
  forbiddenPath,
  NO_SUCH_RESOURCE,
  notFound,
  StatusError,
} from './statusBody';

/** A whole answer as text, or a watch to be opened. */
export type KubernetesAnswer =
  | { readonly json: string }
  | { readonly text: string; readonly status: number }
  | { readonly watch: WatchRequest };

export interface WatchRequest {
  readonly resource: KubernetesResource;
  readonly matches: (stored: StoredObject) => boolean;
  readonly from?: number;
  readonly bookmarks: boolean;
  readonly marksInitialEnd: boolean;
  readonly timeoutMs: number;
}

export interface KubernetesRequest {
  readonly path: string;
  readonly resourcePath: ResourcePath | undefined;
  readonly verb: string;
  readonly query: URLSearchParams;
  readonly store: ObjectStore;
  /** Who asks; undefined: the administrator, who may do everything. */
  readonly user: string | undefined;
  readonly refusals: readonly KubernetesRefusal[];
  /** `127.0.0.1:7103` */
  readonly address: string;
}

/** Open to everybody, also without a token. */
export const PUBLIC_PATHS: readonly string[] = [...HEALTH_PATHS, '/version'];

/** What a real API server picks at random between half an hour and an hour. */
const DEFAULT_WATCH_MS = 45 * 60_000;

const READING_VERBS = ['get', 'list', 'watch'];

/** Who asks without a token. */
export const ANONYMOUS = 'system:anonymous';

/** What the API answers; throws `StatusError` where it refuses. */
export function answer(request: KubernetesRequest): KubernetesAnswer {
  const { resourcePath, refusals, user, verb } = request;
  if (!resourcePath) {
    return answerPath(request);
  }
  const resource = findResource({
    ...resourcePath,
    name: resourcePath.resource,
  });
  const { namespace, name, subresource } = resourcePath;
  const target = resource ?? {
    group: resourcePath.group,
    name: resourcePath.resource,
  };
  const allowed =
    user === undefined ||
    (user !== ANONYMOUS &&
      (resource
        ? isAllowed({ refusals, verb, resource, namespace })
        : READING_VERBS.includes(verb)));
  if (!allowed) {
    throw new StatusError(
      forbidden({ user, verb, resource: target, namespace, name }),
    );
  }
  const known = resource && isServed(refusals, resource) ? resource : undefined;
  if (!known) {
    if (!findGroup(request)) {
      return { status: 404, text: '404 page not found\n' };
    }
    throw new StatusError(NO_SUCH_RESOURCE);
  }
  if (
    !READING_VERBS.includes(verb) ||
    (subresource !== undefined && subresource !== 'status') ||
    (namespace !== '' && !known.namespaced) ||
    (name !== undefined && known.namespaced && namespace === '')
  ) {
    throw new StatusError(NO_SUCH_RESOURCE);
  }
  return verb === 'get' && name !== undefined
    ? { json: oneObject(request, known, { namespace, name }) }
    : collection(request, known);
}

function findGroup({
  resourcePath,
  refusals,
  address,
}: KubernetesRequest): unknown {
  const { group = '', version = '' } = resourcePath ?? {};
  return discovery({
    path: group ? `/apis/${group}/${version}` : `/api/${version}`,
    address,
    isServed: resource => isServed(refusals, resource),
  });
}

function answerPath(request: KubernetesRequest): KubernetesAnswer {
  const { path, user, verb, refusals, address } = request;
  const trimmed = path.replace(/\/$/, '');
  const isDiscovery = /^\/apis?(\/|$)/.test(trimmed);
  const isPublic =
    PUBLIC_PATHS.includes(trimmed) || /^\/(livez|readyz)\//.test(trimmed);
  const isOpen = isPublic || (isDiscovery && user !== ANONYMOUS);
  if (user !== undefined && (verb !== 'get' || !isOpen)) {
    throw new StatusError(forbiddenPath({ user, verb, path }));
  }
  if (trimmed === '/version') {
    return { json: JSON.stringify(VERSION, undefined, 2) };
  }
  if (isPublic) {
    return { status: 200, text: 'ok' };
  }
  const found = discovery({
    path: trimmed,
    address,
    isServed: resource => isServed(refusals, resource),
  });
  return found === undefined
    ? { status: 404, text: '404 page not found\n' }
    : { json: `${JSON.stringify(found)}\n` };
}

function oneObject(
  { store }: KubernetesRequest,
  resource: KubernetesResource,
  place: { namespace: string; name: string },
): string {
  const stored = store.get(resource.name as KubernetesResourceName, place);
  if (!stored) {
    throw new StatusError(notFound(resource, place.name));
  }
  return `${objectJson(stored)}\n`;
}

function collection(
  request: KubernetesRequest,
  resource: KubernetesResource,
): KubernetesAnswer {
  const { store, query, resourcePath, verb } = request;
  const { namespace = '', name } = resourcePath ?? {};
  const labels = labelMatcher(query.get('labelSelector'));
  const fields = fieldMatcher(
    query.get('fieldSelector'),
    selectableFields(resource),
  );
  const matches = (stored: StoredObject): boolean =>
    (namespace === '' || stored.object.namespace === namespace) &&
    (name === undefined || stored.object.name === name) &&
    (!labels || labels(stored.object.labels)) &&
    (!fields || fields(fieldsOf(stored)));
  if (verb === 'list') {
    const selects = labels !== undefined || fields !== undefined;
    return { json: listAnswer({ store, resource, query, matches, selects }) };
  }
  const initial = query.get('sendInitialEvents') === 'true';
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  return {
    watch: {
      resource,
      matches,
      from: initial ? undefined : watchFrom(query),
      bookmarks: query.get('allowWatchBookmarks') === 'true',
      marksInitialEnd: initial,
      timeoutMs: seconds > 0 ? seconds * 1_000 : DEFAULT_WATCH_MS,
    },
  };
}

/** A version that makes no sense is an error of the server's here, as it is in a real one. */
function watchFrom(query: URLSearchParams): number | undefined {
  const text = query.get('resourceVersion') ?? '';
  try {
    return versionOf(text);
  } catch {
    throw new StatusError({
      code: 500,
      message: `resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    });
  }
}
