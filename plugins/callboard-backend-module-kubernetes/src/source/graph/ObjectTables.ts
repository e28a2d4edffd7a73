import {
  KIND_NAMES,
  type FactsOf,
  type HeldKind,
  type HeldOf,
} from '../../objects';

/** Kinds that are held object by object; events are folded. */
export type TableName = Exclude<HeldKind, 'events'>;

type Tables = { readonly [K in TableName]: Map<string, HeldOf<K>> };

/** Everything that a cluster has, by kind and uid. */
export class ObjectTables {
  readonly #tables = Object.fromEntries(
    [
      ...KIND_NAMES.filter(kind => kind !== 'events'),
      'customresources' as const,
    ].map(kind => [kind, new Map<string, unknown>()]),
  ) as unknown as Tables;

  static create(): ObjectTables {
    return new ObjectTables();
  }

  private constructor() {}

  /** All of a kind, by uid. */
  table<K extends TableName>(kind: K): Map<string, HeldOf<K>> {
    return this.#tables[kind] as unknown as Map<string, HeldOf<K>>;
  }

  /** What rules look at of an object, if it is there. */
  facts<K extends TableName>(kind: K, uid: string): FactsOf<K> | undefined {
    return this.table(kind).get(uid)?.facts as FactsOf<K> | undefined;
  }

  /** The same of many, without those that are not there. */
  allFacts<K extends TableName>(
    kind: K,
    uids: Iterable<string>,
  ): Array<FactsOf<K>> {
    const found: Array<FactsOf<K>> = [];
    for (const uid of uids) {
      const facts = this.facts(kind, uid);
      if (facts) {
        found.push(facts);
      }
    }
    return found;
  }
}
