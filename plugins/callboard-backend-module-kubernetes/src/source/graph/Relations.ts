import type {
  AutoscalerFacts,
  ForeignFacts,
  NodeFacts,
  ObjectFacts,
  PodFacts,
  StatefulSetFacts,
  VolumeClaimFacts,
} from '@callboard/plugin-callboard-common';
import type { HeldObject } from '../../objects';
import { HEAD_TABLES, type Heads } from './Heads';
import type { ObjectTables, TableName } from './ObjectTables';
import { SetIndex } from './SetIndex';

const NONE: ReadonlySet<string> = new Set();

/** Which objects belong to which, and so which heads an object is about. */
export class Relations {
  readonly #tables: ObjectTables;
  readonly #heads: Heads;
  readonly podsOf = SetIndex.create();
  readonly replicaSetsOf = SetIndex.create();
  readonly jobsOf = SetIndex.create();
  readonly #podsOnNode = SetIndex.create();
  readonly #podsWithClaim = SetIndex.create();
  readonly #autoscalersOf = SetIndex.create();
  readonly #claimsByName = SetIndex.create();
  readonly #nodesByName = SetIndex.create();
  readonly #headsByName = SetIndex.create();
  readonly #setsByTemplate = SetIndex.create();

  static create(options: { tables: ObjectTables; heads: Heads }): Relations {
    return new Relations(options);
  }

  private constructor(options: { tables: ObjectTables; heads: Heads }) {
    this.#tables = options.tables;
    this.#heads = options.heads;
  }

  /** Notes an object; returns the heads that it is about. */
  add(kind: TableName, held: HeldObject): ReadonlySet<string> {
    this.#note(kind, held, true);
    return this.#headsAbout(kind, held);
  }

  /** Takes that back; returns the heads that it was about. */
  delete(kind: TableName, held: HeldObject): ReadonlySet<string> {
    const heads = this.#headsAbout(kind, held);
    this.#note(kind, held, false);
    return heads;
  }

  /** The node of that name. */
  node(name: string): NodeFacts | undefined {
    const [uid] = this.#nodesByName.get(name);
    return uid === undefined ? undefined : this.#tables.facts('nodes', uid);
  }

  /** What scales a head. */
  autoscalersOf(target: {
    kind: string;
    namespace: string;
    name: string;
  }): readonly AutoscalerFacts[] {
    return this.#tables.allFacts(
      'horizontalpodautoscalers',
      this.#autoscalersOf.get(targetKey(target.namespace, target)),
    );
  }

  /** The claim of that name. */
  claim(namespace: string, name: string): VolumeClaimFacts | undefined {
    const [uid] = this.#claimsByName.get(`${namespace}/${name}`);
    return uid === undefined
      ? undefined
      : this.#tables.facts('persistentvolumeclaims', uid);
  }

  /** Heads that an object of any kind is about. */
  headsAbout(uid: string): ReadonlySet<string> {
    for (const kind of [
      'pods',
      ...HEAD_TABLES,
      'horizontalpodautoscalers',
      'persistentvolumeclaims',
    ] as const) {
      const held = this.#tables.table(kind).get(uid);
      if (held) {
        return this.#headsAbout(kind, held as HeldObject);
      }
    }
    // A head that is known only through what it owns.
    return new Set([uid]);
  }

  #note(kind: TableName, held: HeldObject, isThere: boolean) {
    const { uid } = held;
    const facts = held.facts as ObjectFacts & { kind: string };
    const note = (index: SetIndex, key: string | undefined) =>
      isThere ? index.add(key, uid) : index.delete(key, uid);
    switch (kind) {
      case 'pods': {
        const { owner, nodeName, claims, namespace } = facts as PodFacts;
        note(this.podsOf, owner?.uid);
        note(this.#podsOnNode, nodeName);
        claims?.forEach(claim =>
          note(this.#podsWithClaim, `${namespace}/${claim}`),
        );
        break;
      }
      case 'horizontalpodautoscalers': {
        const { namespace, target } = facts as AutoscalerFacts;
        note(this.#autoscalersOf, targetKey(namespace, target));
        return;
      }
      case 'persistentvolumeclaims':
        note(this.#claimsByName, `${facts.namespace}/${facts.name}`);
        return;
      case 'nodes':
        note(this.#nodesByName, facts.name);
        return;
      case 'replicasets':
        note(this.replicaSetsOf, facts.owner?.uid);
        break;
      case 'jobs':
        note(this.jobsOf, facts.owner?.uid);
        break;
      case 'statefulsets':
        (facts as StatefulSetFacts).claimTemplates.forEach(template =>
          note(
            this.#setsByTemplate,
            `${facts.namespace}/${template}-${facts.name}`,
          ),
        );
        break;
      default:
    }
    if (kind !== 'pods') {
      // Nothing scales a pod by its name.
      const { namespace, name } = facts;
      const target = { kind: targetKind(facts), name };
      note(this.#headsByName, targetKey(namespace, target));
    }
    const owned = held as HeldObject<ObjectFacts & { kind: string }>;
    if (isThere) {
      this.#heads.add(owned);
    } else {
      this.#heads.delete(owned);
    }
  }

  #headsAbout(kind: TableName, { facts }: HeldObject): ReadonlySet<string> {
    switch (kind) {
      case 'nodes':
        return this.#headsOfPods(
          this.#podsOnNode.get((facts as NodeFacts).name),
        );
      case 'horizontalpodautoscalers': {
        const { namespace, target } = facts as AutoscalerFacts;
        return this.#headsByName.get(targetKey(namespace, target));
      }
      case 'persistentvolumeclaims':
        return this.#headsOfClaim(facts as VolumeClaimFacts);
      default: {
        const owned = facts as ObjectFacts & { kind: string };
        const head = this.#heads.headOf(owned);
        return head === undefined ? NONE : new Set([head]);
      }
    }
  }

  #headsOfClaim({ namespace, name }: VolumeClaimFacts): ReadonlySet<string> {
    const template = name.replace(/-\d+$/, '');
    return new Set([
      ...this.#headsOfPods(this.#podsWithClaim.get(`${namespace}/${name}`)),
      ...this.#setsByTemplate.get(`${namespace}/${template}`),
    ]);
  }

  #headsOfPods(uids: Iterable<string>): ReadonlySet<string> {
    const heads = new Set<string>();
    for (const pod of this.#tables.allFacts('pods', uids)) {
      const head = this.#heads.headOf(pod);
      if (head !== undefined) {
        heads.add(head);
      }
    }
    return heads;
  }
}

/** What its autoscaler calls the kind of a head. */
function targetKind(facts: { readonly kind: string }): string {
  return facts.kind === 'Foreign'
    ? (facts as ForeignFacts).ownKind
    : facts.kind;
}

function targetKey(
  namespace: string,
  { kind, name }: { kind: string; name: string },
): string {
  return `${namespace}/${kind}/${name}`;
}
