import { selects, type LabelSelector, type Labels } from './LabelSelector';

/** Who asks for workloads, and for which. */
export interface Asking {
  readonly id: string;
  readonly selector: LabelSelector;
  /** The only namespace that it looks at. */
  readonly namespace?: string;
}

/** What most selectors are about. */
const USUAL_KEY = 'backstage.io/kubernetes-id';

/**
 * Finds who asks for an object with given labels. Whoever asks for an exact value is found by it, so
 * that ten thousand selectors cost no more than the labels of an object; the rest is tried in turn.
 */
export class SubjectIndex {
  readonly #byPair = new Map<string, Map<string, Asking[]>>();
  readonly #others: Asking[] = [];

  static create(all: Iterable<Asking>): SubjectIndex {
    const index = new SubjectIndex();
    for (const asking of all) {
      index.#add(asking);
    }
    return index;
  }

  private constructor() {}

  /** Ids of those that select an object of a namespace by one of its sets of labels. */
  match(namespace: string, labelSets: Iterable<Labels>): ReadonlySet<string> {
    const ids = new Set<string>();
    const offer = (asking: Asking, labels: Labels) => {
      const isHere =
        asking.namespace === undefined || asking.namespace === namespace;
      if (isHere && selects(asking.selector, labels)) {
        ids.add(asking.id);
      }
    };
    for (const labels of labelSets) {
      for (const [key, value] of labels) {
        this.#byPair
          .get(key)
          ?.get(value)
          ?.forEach(asking => offer(asking, labels));
      }
      this.#others.forEach(asking => offer(asking, labels));
    }
    return ids;
  }

  #add(asking: Asking) {
    const exact = asking.selector.requirements.flatMap(requirement =>
      requirement.operator === 'in' ? [requirement] : [],
    );
    const [best] = [...exact].sort(
      (a, b) =>
        Number(b.key === USUAL_KEY) - Number(a.key === USUAL_KEY) ||
        a.values.length - b.values.length,
    );
    if (!best) {
      this.#others.push(asking);
      return;
    }
    const byValue = this.#byPair.get(best.key) ?? new Map<string, Asking[]>();
    this.#byPair.set(best.key, byValue);
    for (const value of best.values) {
      const list = byValue.get(value);
      if (list) {
        list.push(asking);
      } else {
        byValue.set(value, [asking]);
      }
    }
  }
}
