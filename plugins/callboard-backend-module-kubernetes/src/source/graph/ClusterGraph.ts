import type {
  EventFacts,
  NodeFacts,
  WorkloadSnapshot,
} from '@callboard/plugin-callboard-common';
import type { HeldKind, HeldObject, HeldOf } from '../../objects';
import type { Asking } from '../../select';
import { Claims } from './Claims';
import { EventBook } from './EventBook';
import { Heads } from './Heads';
import { ObjectTables, type TableName } from './ObjectTables';
import { Relations } from './Relations';
import { sameFacts } from './sameFacts';
import { workloadSnapshot } from './workloadSnapshot';

/** Whom the graph tells. */
export interface ClusterGraphOptions {
  /** What these subjects have is not what it was. */
  readonly onTouched: (subjectIds: ReadonlySet<string>) => void;
  /** Something was said about them again, which can wait. */
  readonly onRepeated: (subjectIds: ReadonlySet<string>) => void;
  /** An object is gone. */
  readonly onGone: (uid: string) => void;
}

/** Everything that is known of a cluster: who owns what, and which subject has it. */
export class ClusterGraph {
  readonly #options: ClusterGraphOptions;
  readonly #events = EventBook.create();
  readonly #claims = Claims.create();
  readonly tables = ObjectTables.create();
  readonly heads = Heads.create({ tables: this.tables });
  readonly relations = Relations.create({
    tables: this.tables,
    heads: this.heads,
  });
  #revision = 0;

  static create(options: ClusterGraphOptions): ClusterGraph {
    return new ClusterGraph(options);
  }

  private constructor(options: ClusterGraphOptions) {
    this.#options = options;
  }

  /** Grows with everything that changes. */
  get revision(): number {
    return this.#revision;
  }

  /** An object is new, or it changed. */
  put<K extends HeldKind>(kind: K, held: HeldOf<K>): void {
    if (kind === 'events') {
      this.#putEvent(held as HeldObject<EventFacts>);
      return;
    }
    const table = this.tables.table(kind as TableName) as Map<
      string,
      HeldObject
    >;
    const before = table.get(held.uid);
    if (before && sameObject(before, held)) {
      return;
    }
    if (before) {
      this.#take(kind as TableName, before);
    }
    table.set(held.uid, held);
    this.#revision++;
    const heads = this.relations.add(kind as TableName, held);
    for (const uid of heads) {
      // What is found through its owner changes nothing about who has that.
      if (uid === held.uid || held.labels) {
        this.#settle(uid);
      }
    }
    this.#touch(heads);
  }

  /** An object is gone. */
  remove(kind: HeldKind, uid: string): void {
    if (kind === 'events') {
      const involved = this.#events.remove(uid);
      if (involved !== undefined) {
        this.#options.onRepeated(this.#subjectsAbout(involved));
      }
      return;
    }
    const table = this.tables.table(kind) as Map<string, HeldObject>;
    const before = table.get(uid);
    if (before) {
      const heads = this.#take(kind, before);
      table.delete(uid);
      this.#revision++;
      heads.forEach(head => this.#settle(head));
      this.#options.onGone(uid);
    }
  }

  /** Others ask for workloads now. */
  ask(all: Iterable<Asking>): void {
    this.#revision++;
    this.#claims.ask(all);
    const touched = new Set<string>();
    for (const uid of this.heads.all()) {
      this.#claims
        .settle(uid, this.heads.claimable(uid))
        .forEach(id => touched.add(id));
    }
    if (touched.size > 0) {
      this.#options.onTouched(touched);
    }
  }

  /** Whether some subject has the head. */
  isClaimed(headUid: string): boolean {
    return this.#claims.subjectsOf(headUid).size > 0;
  }

  /** What a subject has, by namespace, kind and name. */
  workloadsOf(subjectId: string): readonly WorkloadSnapshot[] {
    const snapshots: WorkloadSnapshot[] = [];
    for (const uid of this.#claims.headsOf(subjectId)) {
      const head = this.heads.facts(uid);
      if (head) {
        snapshots.push(
          workloadSnapshot(head, { graph: this, events: this.#events }),
        );
      }
    }
    return snapshots.sort(
      ({ head: a }, { head: b }) =>
        compare(a.namespace, b.namespace) ||
        compare(a.name, b.name) ||
        compare(a.kind, b.kind),
    );
  }

  /** Nodes that these workloads run on. */
  nodesOf(
    workloads: readonly WorkloadSnapshot[],
  ): ReadonlyMap<string, NodeFacts> {
    const nodes = new Map<string, NodeFacts>();
    for (const { pods } of workloads) {
      for (const { nodeName } of pods) {
        const node = nodeName && this.relations.node(nodeName);
        if (node) {
          nodes.set(node.name, node);
        }
      }
    }
    return nodes;
  }

  #putEvent(held: HeldObject<EventFacts>) {
    const { isNew } = this.#events.put(held);
    const subjects = this.#subjectsAbout(held.facts.involved.uid);
    if (isNew) {
      this.#options.onTouched(subjects);
    } else {
      this.#options.onRepeated(subjects);
    }
  }

  #subjectsAbout(involvedUid: string): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const head of this.relations.headsAbout(involvedUid)) {
      this.#claims.subjectsOf(head).forEach(id => ids.add(id));
    }
    return ids;
  }

  /** Loosens an object from everything, and tells those who had it. */
  #take(kind: TableName, held: HeldObject): ReadonlySet<string> {
    const heads = this.relations.delete(kind, held);
    this.#touch(heads);
    return heads;
  }

  #settle(headUid: string) {
    const changed = this.#claims.settle(headUid, this.heads.claimable(headUid));
    if (changed.size > 0) {
      this.#options.onTouched(changed);
    }
  }

  #touch(heads: ReadonlySet<string>) {
    for (const head of heads) {
      const subjects = this.#claims.subjectsOf(head);
      if (subjects.size > 0) {
        this.#options.onTouched(subjects);
      }
    }
  }
}

function sameObject(a: HeldObject, b: HeldObject): boolean {
  return (
    sameLabels(a.labels, b.labels) &&
    sameLabels(a.templateLabels, b.templateLabels) &&
    sameFacts(a.facts, b.facts)
  );
}

function sameLabels(a: HeldObject['labels'], b: HeldObject['labels']) {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.size === b.size &&
      [...a].every(([key, value]) => b.get(key) === value))
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
