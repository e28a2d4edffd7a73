import type { UpstreamAccessOptions } from '@callboard/plugin-callboard-node';

/** One configured Jenkins. */
export interface JenkinsInstance {
  /** What annotations and the id of the source call it: `main` of `jenkins/main`. */
  readonly name: string;
  /** Where it is, without a slash at the end, and how we sign in. */
  readonly access: UpstreamAccessOptions;
}

/** What the instance of the top-level config is called, as in the stock plugin. */
export const DEFAULT_INSTANCE = 'default';
