import type { UpstreamError } from '@callboard/plugin-callboard-node';

/** How the watch of one kind stands, in one scope. */
export type WatchState =
  /** The whole list is being read. */
  | { readonly state: 'listing' }
  /** Everything is known, and changes come in. */
  | { readonly state: 'watching' }
  /** What is held is from before it broke. */
  | { readonly state: 'broken'; readonly error: UpstreamError }
  | {
      readonly state: 'forbidden';
      readonly verb: 'list' | 'watch';
      readonly error: UpstreamError;
    }
  /** The API does not serve the kind. */
  | { readonly state: 'absent' };

/** Whether it is as good as it gets for now: nothing is missing that would come in a moment. */
export function isSettled(state: WatchState): boolean {
  return state.state === 'watching' || isDenied(state);
}

/** Whether it may not be read, or is not there to be read. */
export function isDenied({ state }: WatchState): boolean {
  return state === 'forbidden' || state === 'absent';
}
