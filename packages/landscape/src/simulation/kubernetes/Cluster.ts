import { Random } from '../../company/Random';
import { ObjectStore } from '../../kubernetes';
import { Agenda } from './Agenda';
import { nameSuffix, uidOf } from './naming';
import { ClusterEvents } from './ClusterEvents';
import { namespaceObject } from './objects/namespaceObject';
import type { Labels, MetaState } from './states';

/** Something that makes what is there agree with what is wanted. */
export interface Controller {
  reconcile(): void;
}

/**
 * What everything in a cluster shares: its objects, its time, its chance. Time stands still until
 * somebody lets it pass; then all that was due happens, in order, at the moment at which it was due.
 */
export class Cluster {
  readonly name: string;
  readonly store: ObjectStore;
  readonly chances: Random;
  readonly events: ClusterEvents;
  readonly #agenda = Agenda.create();
  readonly #untidy = new Set<Controller>();
  readonly #namespaces = new Set<string>();
  #now: number;

  private constructor(options: {
    name: string;
    seed: string;
    startAt: number;
  }) {
    this.name = options.name;
    this.#now = options.startAt;
    this.chances = Random.create(options.seed, 'cluster', options.name);
    this.store = ObjectStore.create({ clock: () => this.#now });
    this.events = ClusterEvents.create(this);
  }

  /** `startAt` is when its time begins. */
  static create(options: {
    name: string;
    seed: string;
    startAt: number;
  }): Cluster {
    return new Cluster(options);
  }

  get now(): number {
    return this.#now;
  }

  /** Lets time pass. It never goes back. */
  advance(now: number): void {
    this.settle();
    for (let due = this.#agenda.take(now); due; due = this.#agenda.take(now)) {
      this.#now = Math.max(this.#now, due.at);
      due.action();
      this.settle();
    }
    this.#now = Math.max(this.#now, now);
  }

  after(delayMs: number, action: () => void): void {
    this.#agenda.plan(this.#now + delayMs, action);
  }

  /** Has it look again before time goes on. */
  touch(controller: Controller): void {
    this.#untidy.add(controller);
  }

  /** Lets controllers act on what was touched. */
  settle(): void {
    for (const controller of this.#untidy) {
      this.#untidy.delete(controller);
      controller.reconcile();
    }
  }

  /** Metadata of a new object. */
  meta(options: {
    namespace: string;
    name: string;
    labels: Labels;
    createdAt?: number;
  }): MetaState {
    const { createdAt = this.#now, ...rest } = options;
    return { ...rest, createdAt, uid: uidOf(this.chances), generation: 1 };
  }

  suffix(): string {
    return nameSuffix(this.chances);
  }

  ensureNamespace(name: string, createdAt: number): void {
    if (!this.#namespaces.has(name)) {
      this.#namespaces.add(name);
      const labels = { 'kubernetes.io/metadata.name': name };
      this.store.put(
        namespaceObject(this.meta({ namespace: '', name, labels, createdAt })),
      );
    }
  }
}
