import { itemJson } from './objectJson';
import type { ObjectStore, StoredObject } from './ObjectStore';
import { apiVersionOf } from './resources';
import type { KubernetesResource, KubernetesResourceName } from './resources';
import { badRequest, StatusError, tooLarge } from './statusBody';

/** Where a list goes on. */
interface ContinueToken {
  readonly v: 'meta.k8s.io/v1';
  /** Version that all pages show. */
  readonly rv: number;
  /** Key of the last object, and a zero byte. */
  readonly start: string;
}

/** Version of a token that goes on with whatever is there. */
const ANY_VERSION = -1;

function encodeToken(token: ContinueToken): string {
  return Buffer.from(JSON.stringify(token).replace(/\0/g, '\\u0000')).toString(
    'base64url',
  );
}

function decodeToken(text: string): ContinueToken {
  try {
    const token: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString(),
    );
    if (
      typeof token === 'object' &&
      token !== null &&
      'rv' in token &&
      typeof token.rv === 'number' &&
      'start' in token &&
      typeof token.start === 'string'
    ) {
      return { v: 'meta.k8s.io/v1', rv: token.rv, start: token.start };
    }
  } catch {
    // Not ours: answered below.
  }
  throw badRequest(
    'invalid continue token: continue key is not valid: invalid character in token',
  );
}

/** A 410 that carries a token to go on with, at the price of consistency. */
function expired(token: ContinueToken): StatusError {
  const fresh = encodeToken({
    ...token,
    rv: ANY_VERSION,
    start: token.start.replace(/^\//, ''),
  });
  return new StatusError({
    code: 410,
    message:
      'The provided continue parameter is too old to display a consistent list result. ' +
      'You can start a new list without the continue parameter, or use the continue token in this ' +
      'response to retrieve the remainder of the results. Continuing with the provided token results in ' +
      'an inconsistent list - objects that were created, modified, or deleted between the time the first ' +
      'chunk was returned and now may show up in the list.',
    reason: 'Expired',
    metadata: { continue: fresh },
  });
}

function wholeNumber(text: string | null): number | undefined {
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
  }
  return Number(text);
}

export interface ListOptions {
  readonly store: ObjectStore;
  readonly resource: KubernetesResource & { readonly name: string };
  readonly query: URLSearchParams;
  /** Namespace and selectors. */
  readonly matches: (stored: StoredObject) => boolean;
  /** Whether a selector is set: then nobody counts what remains. */
  readonly selects: boolean;
}

/** A list as JSON: one page of it where a limit is asked for. */
export function listAnswer(options: ListOptions): string {
  const { store, resource, query, matches, selects } = options;
  const limit = wholeNumber(query.get('limit')) ?? 0;
  const token = query.get('continue');
  const wanted = query.get('resourceVersion') ?? '';
  const from = token ? decodeToken(token) : undefined;
  const asked = from ? undefined : versionOf(wanted);
  if (asked !== undefined && asked > store.version) {
    throw new StatusError(tooLarge({ version: asked, current: store.version }));
  }
  const exact =
    query.get('resourceVersionMatch') === 'Exact' ? asked : undefined;
  const version =
    (from?.rv === ANY_VERSION ? undefined : from?.rv) ?? exact ?? store.version;
  const all = store.list(resource.name as KubernetesResourceName, {
    version,
    after: from?.start.replace(/^\/?/, '/').replace(/\0$/, ''),
  });
  if (!all) {
    throw from
      ? expired(from)
      : new StatusError({
          code: 410,
          message: 'The resourceVersion for the provided list is too old.',
          reason: 'Expired',
        });
  }
  const matching = all.filter(matches);
  const page = limit > 0 ? matching.slice(0, limit) : matching;
  const remaining = matching.length - page.length;
  const metadata = {
    resourceVersion: String(version),
    ...(remaining > 0
      ? {
          continue: encodeToken({
            v: 'meta.k8s.io/v1',
            rv: version,
            start: `${page[page.length - 1].key}\0`,
          }),
          ...(selects ? {} : { remainingItemCount: remaining }),
        }
      : {}),
  };
  const items = page.map(itemJson).join(',');
  return `{"kind":"${resource.kind}List","apiVersion":"${apiVersionOf(
    resource,
  )}","metadata":${JSON.stringify(metadata)},"items":[${items}]}\n`;
}

/** Undefined where any version will do. */
export function versionOf(text: string): number | undefined {
  if (text === '' || text === '0') {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}
