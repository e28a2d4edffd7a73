/** Where a request leads: to an object or a list of a kind, or somewhere else. */
export interface ResourcePath {
  readonly group: string;
  readonly version: string;
  /** `pods` */
  readonly resource: string;
  /** Empty: all of them, or a kind that has none. */
  readonly namespace: string;
  /** Of one object. */
  readonly name?: string;
  /** `status`, `log` */
  readonly subresource?: string;
}

/** Undefined where the path names no kind. */
export function resourcePath(path: string): ResourcePath | undefined {
  const segments = path.split('/').filter(Boolean).map(decodeSegment);
  const isCore = segments[0] === 'api';
  if (!isCore && segments[0] !== 'apis') {
    return undefined;
  }
  const [group, version, ...rest] = isCore
    ? ['', segments[1], ...segments.slice(2)]
    : segments.slice(1);
  if (version === undefined || rest.length === 0) {
    return undefined;
  }
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
  const [resource, name, subresource] = inNamespace ? rest.slice(2) : rest;
  // `namespaces/shop/status` is of the namespace, not of a kind in it.
  if (inNamespace && isCore && rest.length === 3 && resource === 'status') {
    return {
      group,
      version,
      resource: 'namespaces',
      namespace: '',
      name: rest[1],
      subresource: resource,
    };
  }
  return {
    group,
    version,
    resource,
    namespace: inNamespace ? rest[1] : '',
    name,
    subresource,
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
