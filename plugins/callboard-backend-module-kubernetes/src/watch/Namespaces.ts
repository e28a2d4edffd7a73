import { isRecord, recordIn, textIn } from '../objects/json';
import type { ObjectSink, SeenObject } from './ObjectSink';

/** Each costs a connection for every kind; those that services name come on top. */
const MAX_LISTED_COUNT = 200;

/** A Namespace, as far as it is looked at. */
export interface SeenNamespace extends SeenObject {
  readonly name: string;
}

/** The namespaces that are worth asking for one by one, where all at once is forbidden. */
export class Namespaces {
  readonly #onChange: () => void;
  readonly #configured: readonly string[];
  #named: ReadonlySet<string> = new Set();
  readonly #listed = new Map<string, string>();
  #names: readonly string[];
  #areDenied = false;

  static create(options: {
    /** Where they are given, there are no others. */
    configured?: readonly string[];
    onChange: () => void;
  }): Namespaces {
    return new Namespaces(options);
  }

  private constructor(options: {
    configured?: readonly string[];
    onChange: () => void;
  }) {
    this.#configured = [...(options.configured ?? [])].sort();
    this.#names = this.#configured;
    this.#onChange = options.onChange;
  }

  /** Whether config says where to look, so that nothing else is to be asked for. */
  get areConfigured(): boolean {
    return this.#configured.length > 0;
  }

  /** Whether no namespace is left out of them that there may be. */
  get areComplete(): boolean {
    return (
      this.areConfigured ||
      (!this.#areDenied && this.#listed.size <= MAX_LISTED_COUNT)
    );
  }

  /** All of them, by name. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Whether the cluster does not let us list its namespaces. */
  noteDenied(areDenied: boolean): void {
    this.#areDenied = areDenied;
  }

  /** What services name. */
  name(names: ReadonlySet<string>): void {
    this.#named = names;
    this.#reckon();
  }

  /** Where a watch of Namespaces brings those that may be listed. */
  readonly sink: ObjectSink<SeenNamespace> = {
    read: json => {
      const metadata = isRecord(json) ? recordIn(json, 'metadata') : {};
      const uid = textIn(metadata, 'uid');
      const name = textIn(metadata, 'name');
      const resourceVersion = textIn(metadata, 'resourceVersion') ?? '';
      return uid && name ? { uid, name, resourceVersion } : undefined;
    },
    put: ({ uid, name }) => {
      this.#listed.set(uid, name);
      this.#reckon();
    },
    remove: uid => {
      this.#listed.delete(uid);
      this.#reckon();
    },
  };

  #reckon() {
    if (this.areConfigured) {
      return;
    }
    const listed = [...this.#listed.values()].slice(0, MAX_LISTED_COUNT);
    const names = [...new Set([...this.#named, ...listed])].sort();
    if (names.join() !== this.#names.join()) {
      this.#names = names;
      this.#onChange();
    }
  }
}
