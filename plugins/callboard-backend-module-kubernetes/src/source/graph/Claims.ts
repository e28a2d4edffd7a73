import { SubjectIndex, type Asking, type Labels } from '../../select';
import { SetIndex } from './SetIndex';

/** What a head is found by. */
export interface Claimable {
  readonly namespace: string;
  readonly labelSets: Iterable<Labels>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Which subject has which heads, and the other way round. */
export class Claims {
  #index = SubjectIndex.create([]);
  readonly #subjects = new Map<string, ReadonlySet<string>>();
  readonly #heads = SetIndex.create();

  static create(): Claims {
    return new Claims();
  }

  private constructor() {}

  /** Uids of the heads that a subject has. */
  headsOf(subjectId: string): ReadonlySet<string> {
    return this.#heads.get(subjectId);
  }

  /** Ids of the subjects that have a head. */
  subjectsOf(headUid: string): ReadonlySet<string> {
    return this.#subjects.get(headUid) ?? NOBODY;
  }

  /** Others ask now. `settle` every head afterwards. */
  ask(all: Iterable<Asking>): void {
    this.#index = SubjectIndex.create(all);
  }

  /** Finds out who has a head; returns those that have it now or had it, where that changed. */
  settle(headUid: string, head: Claimable | undefined): ReadonlySet<string> {
    const before = this.subjectsOf(headUid);
    const after = head
      ? this.#index.match(head.namespace, head.labelSets)
      : NOBODY;
    const gained = [...after].filter(id => !before.has(id));
    const lost = [...before].filter(id => !after.has(id));
    gained.forEach(id => this.#heads.add(id, headUid));
    lost.forEach(id => this.#heads.delete(id, headUid));
    if (after.size === 0) {
      this.#subjects.delete(headUid);
    } else if (gained.length + lost.length > 0) {
      this.#subjects.set(headUid, after);
    }
    return new Set([...gained, ...lost]);
  }
}
