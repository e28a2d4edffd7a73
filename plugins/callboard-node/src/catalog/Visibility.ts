import { createHash } from 'node:crypto';

/**
 * The entities that a viewer may see, by their uid in the catalog. A set is known by a key: equal
 * keys see the same entities.
 * @public
 */
export type Visibility =
  | { readonly sees: 'all' }
  | { readonly sees: 'nothing' }
  | {
      readonly sees: 'some';
      readonly uids: ReadonlySet<string>;
      readonly key: string;
    };

/** @public */
export const SEES_ALL: Visibility = { sees: 'all' };
/** @public */
export const SEES_NOTHING: Visibility = { sees: 'nothing' };

/** Sees the entities that have these uids. @public */
export function seesOnly(uids: Iterable<string>): Visibility {
  const set = new Set(uids);
  const key = createHash('sha256')
    .update(JSON.stringify([...set].sort()))
    .digest('base64url');
  return { sees: 'some', uids: set, key };
}

/** What two viewers who see the same have in common. @public */
export function visibilityKey(visibility: Visibility): string {
  return visibility.sees === 'some' ? visibility.key : visibility.sees;
}
