import type { UpstreamError } from '@callboard/plugin-callboard-node';
import type { JobNode } from './JobNode';

/** What became of looking for one job. */
export type Sighting =
  | {
      readonly kind: 'found';
      readonly node: JobNode;
      /** The folder whose answer told of its runs; absent where it was asked for by itself. */
      readonly folder?: readonly string[];
    }
  /** Not in its folder; `near` are names that are. */
  | {
      readonly kind: 'missing';
      readonly near: readonly string[];
      /** Its folder is there and does not list it. */
      readonly isUnlisted?: boolean;
    }
  | { readonly kind: 'forbidden'; readonly message: string }
  /** Jenkins tells of it what nobody can read. */
  | { readonly kind: 'broken' }
  /** The part of Jenkins that it is in did not answer. */
  | { readonly kind: 'missed'; readonly error: UpstreamError };
