import {
  plainText,
  type ResourceFacts,
} from '@callboard/plugin-callboard-common';
import type { Labels } from '../select';
import { Interner } from './Interner';
import { isRecord, type JsonRecord } from './json';

const MAX_MESSAGE_LENGTH_COUNT = 300;
/** No name that the API takes is longer; of images, reasons and events it takes megabytes. */
const MAX_TEXT_LENGTH_COUNT = 512;
/** Above it they are begun anew; those in use live on with their objects. */
const MAX_SHARED_COUNT = 5_000;
const EMPTY: Labels = new Map();

/** What stays the same from one object of a cluster to the next while they are projected. */
export class Projection {
  readonly #clockOffsetMs: () => number;
  readonly #strings = Interner.create();
  readonly #labels = new Map<string, Labels>();
  readonly #resources = new Map<string, ResourceFacts>();
  readonly #times = new Map<string, number>();

  static create(options: {
    /** How far the cluster's clock is ahead of ours, in milliseconds. */
    clockOffsetMs: () => number;
  }): Projection {
    return new Projection(options.clockOffsetMs);
  }

  private constructor(clockOffsetMs: () => number) {
    this.#clockOffsetMs = clockOffsetMs;
  }

  /** Text that many objects have alike. */
  shared(parent: JsonRecord, key: string): string | undefined {
    const value = parent[key];
    if (typeof value !== 'string' || value === '') {
      return undefined;
    }
    return this.#strings.one(
      value.length > MAX_TEXT_LENGTH_COUNT
        ? plainText(value, MAX_TEXT_LENGTH_COUNT)
        : value,
    );
  }

  /** A sentence for people: on one line, and no longer than is read. */
  message(parent: JsonRecord): string | undefined {
    const value = parent.message;
    return typeof value === 'string' && value !== ''
      ? this.#strings.one(plainText(value, MAX_MESSAGE_LENGTH_COUNT))
      : undefined;
  }

  /** A time by our clock, in epoch milliseconds. */
  time(parent: JsonRecord, key: string): number | undefined {
    const value = parent[key];
    if (typeof value !== 'string') {
      return undefined;
    }
    const at = this.#parsed(value);
    return Number.isNaN(at) ? undefined : at - this.#clockOffsetMs();
  }

  /** Much happens in the same second. */
  #parsed(time: string): number {
    const known = this.#times.get(time);
    if (known !== undefined) {
      return known;
    }
    if (this.#times.size >= MAX_SHARED_COUNT) {
      this.#times.clear();
    }
    const at = Date.parse(time);
    this.#times.set(time, at);
    return at;
  }

  /** What pods request, one copy for all that request the same; undefined for nothing. */
  resources(resources: ResourceFacts): ResourceFacts | undefined {
    const { cpuMillis, memoryBytes } = resources;
    if (cpuMillis === 0 && memoryBytes === 0) {
      return undefined;
    }
    const identity = `${cpuMillis}/${memoryBytes}`;
    const known = this.#resources.get(identity);
    if (known) {
      return known;
    }
    if (this.#resources.size >= MAX_SHARED_COUNT) {
      this.#resources.clear();
    }
    this.#resources.set(identity, resources);
    return resources;
  }

  /** Labels, one copy for all that have the same. */
  labels(parent: JsonRecord): Labels {
    const { labels } = parent;
    if (!isRecord(labels)) {
      return EMPTY;
    }
    const pairs = Object.entries(labels)
      .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const identity = JSON.stringify(pairs);
    let known = this.#labels.get(identity);
    if (!known) {
      if (this.#labels.size >= MAX_SHARED_COUNT) {
        this.#labels.clear();
      }
      known = new Map(
        pairs.map(([key, value]) => [
          this.#strings.one(key),
          this.#strings.one(value),
        ]),
      );
      this.#labels.set(identity, known);
    }
    return known;
  }
}
