import { createHash } from 'node:crypto';

/**
 * The services that a viewer may see, by the uid of their entities. A set is known by a key: equal
 * keys see the same services.
 */
export type Visibility =
  | { readonly sees: 'all' }
  | { readonly sees: 'nothing' }
  | {
      readonly sees: 'some';
      readonly uids: ReadonlySet<string>;
      readonly key: string;
    };

export const SEES_ALL: Visibility = { sees: 'all' };
export const SEES_NOTHING: Visibility = { sees: 'nothing' };

/** Sees the services whose entities have these uids. */
export function seesOnly(uids: Iterable<string>): Visibility {
  const set = new Set(uids);
  const key = createHash('sha256')
    .update(JSON.stringify([...set].sort()))
    .digest('base64url');
  return { sees: 'some', uids: set, key };
}

/** What two viewers who see the same have in common. */
export function visibilityKey(visibility: Visibility): string {
  return visibility.sees === 'some' ? visibility.key : visibility.sees;
}
