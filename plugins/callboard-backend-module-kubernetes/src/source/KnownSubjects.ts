import type { Subject } from '@callboard/plugin-callboard-node';
import { parseLabelSelector, type Asking } from '../select';
import { selectorSpecSchema } from './SelectorSubject';

/** A subject whose selector is read. */
export interface KnownSubject extends Asking {
  /** The selector as people read it. */
  readonly text: string;
}

/** Every subject that the catalog names in this source. */
export class KnownSubjects {
  #subjects: ReadonlyMap<string, KnownSubject> = new Map();
  #taken: readonly Subject[] | undefined;

  static create(): KnownSubjects {
    return new KnownSubjects();
  }

  private constructor() {}

  /** All of them, by id. */
  get all(): ReadonlyMap<string, KnownSubject> {
    return this.#subjects;
  }

  /** Takes over what is named now; ids of those that are new or other, undefined where none is. */
  update(subjects: readonly Subject[]): ReadonlySet<string> | undefined {
    // There is a round for whatever changes in the cluster, and most name what the one before did.
    if (subjects === this.#taken) {
      return undefined;
    }
    this.#taken = subjects;
    const next = new Map<string, KnownSubject>();
    const changed = new Set<string>();
    for (const subject of subjects) {
      const before = this.#subjects.get(subject.id);
      const known = read(subject);
      if (known && before && isSame(before, known)) {
        next.set(known.id, before);
      } else if (known) {
        next.set(known.id, known);
        changed.add(known.id);
      }
    }
    const isOther = changed.size > 0 || next.size !== this.#subjects.size;
    this.#subjects = next;
    return isOther ? changed : undefined;
  }

  /** The namespaces that they name. */
  namespaces(): ReadonlySet<string> {
    return new Set(
      [...this.#subjects.values()].flatMap(({ namespace }) => namespace ?? []),
    );
  }
}

function read({ id, spec }: Subject): KnownSubject | undefined {
  const parsed = selectorSpecSchema.safeParse(spec);
  if (!parsed.success) {
    return undefined;
  }
  const { selector: text, namespace } = parsed.data;
  const selector = parseLabelSelector(text);
  // What cannot be read was told as a problem of the entity, and never became a subject.
  return 'error' in selector
    ? undefined
    : { id, text, selector, ...(namespace && { namespace }) };
}

function isSame(a: KnownSubject, b: KnownSubject): boolean {
  return a.text === b.text && a.namespace === b.namespace;
}
