import { encodeBranchName } from './branchName';
import { childrenOf, locate } from './located';
import type { AnyItem, JenkinsView, LeafJob, Located } from './located';
import type { JenkinsContainer, JenkinsItem } from './items';

export type Found =
  | { readonly kind: 'found'; readonly at: AnyItem }
  | { readonly kind: 'missing' }
  | { readonly kind: 'forbidden'; readonly name: string };

/**
 * Walks from the top to an item. An item that may not be read is missing, unless its existence may
 * be discovered (`Jenkins.getItem`: "Please login to access job x").
 */
export function findItem(options: {
  names: readonly string[];
  items: readonly JenkinsItem[];
  view: JenkinsView;
}): Found {
  const { names, items, view } = options;
  let children: readonly AnyItem[] = items.map(item => locate(item, view));
  let at: AnyItem | undefined;
  for (const name of names) {
    // MultiBranchProject.getItem tries the name of the item, then takes it for that of a branch.
    const child =
      children.find(candidate => candidate.name === name) ??
      children.find(
        candidate =>
          candidate.parent?.item.kind === 'multibranch' &&
          candidate.name === encodeBranchName(name),
      );
    if (!child || child.item.access === 'none') {
      return { kind: 'missing' };
    }
    if (child.item.access === 'discover') {
      return { kind: 'forbidden', name };
    }
    at = child;
    children = isFolderLike(child) ? childrenOf(child) : [];
  }
  return at ? { kind: 'found', at } : { kind: 'missing' };
}

export function isFolderLike(at: AnyItem): at is Located<JenkinsContainer> {
  return !isLeaf(at);
}

export function isLeaf(at: AnyItem): at is Located<LeafJob> {
  const { kind } = at.item;
  return kind === 'pipeline' || kind === 'freestyle' || kind === 'matrix';
}
