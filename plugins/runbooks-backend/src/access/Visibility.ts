/** The entities that a viewer may see, by their uid in the catalog. */
export type Visibility =
  | { readonly sees: 'all' }
  | { readonly sees: 'nothing' }
  | { readonly sees: 'some'; readonly uids: ReadonlySet<string> };

export const SEES_ALL: Visibility = { sees: 'all' };
export const SEES_NOTHING: Visibility = { sees: 'nothing' };

/** Sees the entities that have these uids. */
export function seesOnly(uids: Iterable<string>): Visibility {
  return { sees: 'some', uids: new Set(uids) };
}
