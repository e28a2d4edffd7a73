import type {
  ForeignFacts,
  HeadFacts,
  ObjectFacts,
  OwnerFacts,
  PodFacts,
} from '@callboard/plugin-callboard-common';
import { isOurs, type HeldObject } from '../../objects';
import type { Labels } from '../../select';
import type { Claimable } from './Claims';
import type { ObjectTables } from './ObjectTables';

const MAX_DEPTH_COUNT = 5;

/** Kinds that can be heads, by the kind that owner references name. */
const TABLES = {
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  Job: 'jobs',
  CronJob: 'cronjobs',
} as const;

type OurKind = keyof typeof TABLES;

/** The tables that hold heads. */
export const HEAD_TABLES = Object.values(TABLES);
const TABLES_OF_FACTS = [...HEAD_TABLES, 'customresources'] as const;
const TABLES_OF_HEADS = [...TABLES_OF_FACTS, 'pods'] as const;

type Owned = ObjectFacts & { readonly kind: string };

/** A head that we may not watch: what is known of it through what it owns. */
interface Foreign {
  facts: ForeignFacts;
  readonly children: Set<string>;
  /** How many of its children have these labels. */
  readonly labelSets: Map<Labels, number>;
}

/** Finds the head of every object: what stands at the end of its owners. */
export class Heads {
  readonly #tables: ObjectTables;
  readonly #foreign = new Map<string, Foreign>();

  static create(options: { tables: ObjectTables }): Heads {
    return new Heads(options.tables);
  }

  private constructor(tables: ObjectTables) {
    this.#tables = tables;
  }

  /** Uid of an object's head; undefined while its owner is yet to come. */
  headOf(facts: Owned): string | undefined {
    let current: Owned = facts;
    for (let depth = 0; depth < MAX_DEPTH_COUNT; depth++) {
      const { owner } = current;
      if (!owner || standsAlone(current)) {
        return current.uid;
      }
      if (!isOurKind(owner.kind)) {
        return owner.uid;
      }
      const parent = this.#tables.facts(TABLES[owner.kind], owner.uid);
      if (!parent) {
        return undefined;
      }
      current = parent;
    }
    return current.uid;
  }

  /** What is at the head. */
  facts(uid: string): HeadFacts | undefined {
    for (const table of TABLES_OF_FACTS) {
      const facts = this.#tables.facts(table, uid);
      if (facts) {
        return facts;
      }
    }
    const foreign = this.#foreign.get(uid);
    if (foreign) {
      return foreign.facts;
    }
    const pod = this.#tables.facts('pods', uid);
    return pod && bare(pod);
  }

  /** What a head is found by; undefined where there is none of that uid. */
  claimable(uid: string): Claimable | undefined {
    for (const table of HEAD_TABLES) {
      const held = this.#tables.table(table).get(uid);
      if (held) {
        return this.headOf(held.facts) === uid
          ? {
              namespace: held.facts.namespace,
              labelSets: labelSetsOf(held),
            }
          : undefined;
      }
    }
    const foreign = this.#foreign.get(uid);
    const custom = this.#tables.table('customresources').get(uid);
    if (custom && this.headOf(custom.facts) === uid) {
      return {
        namespace: custom.facts.namespace,
        labelSets: new Set([
          ...labelSetsOf(custom),
          ...(foreign?.labelSets.keys() ?? []),
        ]),
      };
    }
    if (foreign) {
      return {
        namespace: foreign.facts.namespace,
        labelSets: foreign.labelSets.keys(),
      };
    }
    const pod = this.#tables.table('pods').get(uid);
    return pod && this.headOf(pod.facts) === uid
      ? { namespace: pod.facts.namespace, labelSets: labelSetsOf(pod) }
      : undefined;
  }

  /** Uids of all heads there are. */
  *all(): Generator<string> {
    for (const table of TABLES_OF_HEADS) {
      for (const { uid, facts } of this.#tables.table(table).values()) {
        if (standsAlone(facts)) {
          yield uid;
        }
      }
    }
    const customs = this.#tables.table('customresources');
    for (const uid of this.#foreign.keys()) {
      const custom = customs.get(uid);
      if (!custom || !standsAlone(custom.facts)) {
        yield uid;
      }
    }
  }

  /** Notes an object whose owner may be one that we do not watch. */
  add(held: HeldObject<Owned>): void {
    const { owner } = held.facts;
    if (!owner || standsAlone(held.facts) || isOurKind(owner.kind)) {
      return;
    }
    const foreign = this.#foreign.get(owner.uid) ?? {
      facts: foreignOf(owner, held.facts),
      children: new Set<string>(),
      labelSets: new Map<Labels, number>(),
    };
    this.#foreign.set(owner.uid, foreign);
    foreign.children.add(held.uid);
    for (const labels of labelSetsOf(held)) {
      const count = foreign.labelSets.get(labels) ?? 0;
      foreign.labelSets.set(labels, count + 1);
    }
    const { createdAt } = held.facts;
    if (createdAt < foreign.facts.createdAt) {
      foreign.facts = { ...foreign.facts, createdAt };
    }
  }

  /** Takes that back. */
  delete(held: HeldObject<Owned>): void {
    const uid = held.facts.owner?.uid ?? '';
    const foreign = this.#foreign.get(uid);
    if (!foreign?.children.delete(held.uid)) {
      return;
    }
    for (const labels of labelSetsOf(held)) {
      const count = foreign.labelSets.get(labels) ?? 0;
      if (count > 1) {
        foreign.labelSets.set(labels, count - 1);
      } else {
        foreign.labelSets.delete(labels);
      }
    }
    if (foreign.children.size === 0) {
      this.#foreign.delete(uid);
    }
  }
}

function isOurKind(kind: string): kind is OurKind {
  return isOurs(kind) && kind in TABLES;
}

/**
 * Whether it is a head whatever owns it. Operators own Deployments and StatefulSets, whose promise
 * can be read; Pods and ReplicaSets belong to what makes them, but for the mirrors of static pods,
 * whose Node is no workload.
 */
function standsAlone({ kind, owner }: Owned): boolean {
  if (!owner) {
    return true;
  }
  if (isOurKind(owner.kind)) {
    return false;
  }
  return kind === 'Pod' ? owner.kind === 'Node' : kind !== 'ReplicaSet';
}

function labelSetsOf({ labels, templateLabels }: HeldObject): Labels[] {
  return [labels, templateLabels].filter(set => set !== undefined);
}

function bare(pod: PodFacts): ForeignFacts {
  const { uid, namespace, name, createdAt, canary } = pod;
  return {
    kind: 'Foreign',
    ownKind: 'Pod',
    uid,
    namespace,
    name,
    createdAt,
    ...(canary && { canary }),
  };
}

function foreignOf(
  owner: OwnerFacts,
  child: Owned & { readonly canary?: true },
): ForeignFacts {
  const { namespace, createdAt, canary } = child;
  return {
    kind: 'Foreign',
    ownKind: owner.kind,
    uid: owner.uid,
    namespace,
    name: owner.name,
    createdAt,
    ...(canary && { canary }),
  };
}
