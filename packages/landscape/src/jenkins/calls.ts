/** What a call asked for. */
export type JenkinsCallKind =
  | 'controller'
  | 'item'
  | 'build'
  | 'stages'
  | 'tests'
  | 'queue'
  | 'crumb'
  | 'other';

/** One request that reached a controller. */
export interface JenkinsCall {
  readonly kind: JenkinsCallKind;
  readonly method: string;
  /** Path and query as they were sent, nothing decoded. */
  readonly url: string;
  /** 0 where no answer was given. */
  readonly status: number;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

const KINDS: readonly (readonly [JenkinsCallKind, RegExp])[] = [
  ['stages', /\/wfapi(\/|$)/],
  ['tests', /\/testReport\/api\/json$/],
  ['crumb', /^\/crumbIssuer\//],
  ['queue', /^\/queue\//],
  ['controller', /^\/api\/json$/],
  ['build', /\/(?:[0-9]+|last[A-Za-z]*Build)\/api\/json$/],
  ['item', /^(?:\/job\/[^/]+)+\/api\/json$/],
];

/** The kind of a path below the context path. */
export function callKind(path: string): JenkinsCallKind {
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}
