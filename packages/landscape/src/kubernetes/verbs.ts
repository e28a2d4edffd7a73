import type { ResourcePath } from './paths';

const WRITING_VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

export function isWatch(query: URLSearchParams): boolean {
  return ['1', 'true'].includes(query.get('watch') ?? '');
}

/** What a request is authorized as: `list`, `watch`, `get`, `create` … */
export function verbOf(options: {
  method: string;
  path: ResourcePath | undefined;
  query: URLSearchParams;
}): string {
  const { method, path, query } = options;
  if (!path) {
    return method.toLowerCase();
  }
  if (method === 'GET' || method === 'HEAD') {
    if (isWatch(query)) {
      return 'watch';
    }
    return path.name === undefined ? 'list' : 'get';
  }
  if (method === 'DELETE') {
    return path.name === undefined ? 'deletecollection' : 'delete';
  }
  return WRITING_VERBS[method] ?? method.toLowerCase();
}
