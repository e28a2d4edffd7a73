import { parseTree } from './treeQuery';
import type { TreeNode } from './treeQuery';

interface PrunableProperty {
  readonly name: string;
  readonly visibility: number;
  readonly inline: boolean;
}

/** Decides what of an object graph is exported. */
export interface Pruner {
  /** What applies below the property, or undefined where the property is left out. */
  accept(property: PrunableProperty): Pruner | undefined;
  /** Applies the range of the property that led here. */
  slice<T>(items: readonly T[]): readonly T[];
}

class TreePruner implements Pruner {
  readonly #node: TreeNode;

  constructor(node: TreeNode) {
    this.#node = node;
  }

  accept(property: PrunableProperty): Pruner | undefined {
    const { children } = this.#node;
    const child = children.get(property.name) ?? children.get('*');
    return child && new TreePruner(child);
  }

  slice<T>(items: readonly T[]): readonly T[] {
    const { from, to } = this.#node.range;
    return from === 0 && to >= items.length ? items : items.slice(from, to);
  }
}

/** Without `tree=` an object shows everything, what it refers to only what is highly visible. */
class DepthPruner implements Pruner {
  readonly #level: number;

  constructor(level: number) {
    this.#level = level;
  }

  accept(property: PrunableProperty): Pruner | undefined {
    if (property.visibility < this.#level) {
      return undefined;
    }
    return property.inline ? this : new DepthPruner(this.#level + 1);
  }

  slice<T>(items: readonly T[]): readonly T[] {
    return items;
  }
}

/**
 * The pruner that a query asks for, by `tree=` or `depth=`.
 *
 * @throws Error where the query is malformed
 */
export function prunerFor(query: URLSearchParams): Pruner {
  const tree = query.get('tree');
  if (tree !== null) {
    return new TreePruner(parseTree(tree));
  }
  const depth = query.get('depth') ?? '0';
  if (!/^-?[0-9]+$/.test(depth)) {
    throw new Error('Depth parameter must be a number');
  }
  return new DepthPruner(1 - Number(depth));
}
