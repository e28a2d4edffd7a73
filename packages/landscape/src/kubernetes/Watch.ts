import type { ServerResponse } from 'node:http';
import { objectJson } from './objectJson';
import type { ObjectStore, StoredObject } from './ObjectStore';
import { apiVersionOf } from './resources';
import type { KubernetesResource, KubernetesResourceName } from './resources';
import { statusBody, tooOld } from './statusBody';

export const BOOKMARK_INTERVAL_MS = 60_000;
/** A last bookmark goes out shortly before the end. */
const FAREWELL_MS = 2_000;

export interface WatchOptions {
  readonly store: ObjectStore;
  readonly resource: KubernetesResource;
  readonly response: ServerResponse;
  readonly matches: (stored: StoredObject) => boolean;
  /** Changes after it are sent; undefined: what there is comes first, as additions. */
  readonly from?: number;
  readonly bookmarks: boolean;
  /** Whether a bookmark tells when everything that there is has been sent. */
  readonly marksInitialEnd: boolean;
  readonly timeoutMs: number;
  readonly now: number;
  readonly onBytes: (bytes: number) => void;
}

/**
 * One open watch: a place in the history of a kind that moves on as far as there is history. Where
 * the place is forgotten, it says 410 in the stream and ends.
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #name: KubernetesResourceName;
  readonly #endsAt: number;
  #position: number;
  #bookmarkAt: number;
  #farewell = false;

  private constructor(options: WatchOptions) {
    this.#options = options;
    this.#name = options.resource.name as KubernetesResourceName;
    this.#endsAt = options.now + options.timeoutMs;
    this.#bookmarkAt = options.now + BOOKMARK_INTERVAL_MS;
    this.#position = options.from ?? options.store.version;
  }

  /** Sends what is due at once. */
  static open(options: WatchOptions): Watch {
    const watch = new Watch(options);
    if (options.from === undefined) {
      watch.#sendAll();
    }
    watch.pump();
    return watch;
  }

  get isOpen(): boolean {
    return !this.#options.response.writableEnded;
  }

  /** Sends all changes since the last time. */
  pump(): void {
    const { store, matches } = this.#options;
    if (!this.isOpen || this.#position >= store.version) {
      return;
    }
    const changes = store.changesSince(this.#name, this.#position);
    if (!changes) {
      this.#expire();
      return;
    }
    const lines: string[] = [];
    for (const { before, after, version } of changes) {
      const was = before !== undefined && matches(before);
      const is = after !== undefined && matches(after);
      if (is) {
        lines.push(eventLine(was ? 'MODIFIED' : 'ADDED', objectJson(after)));
      } else if (was) {
        // Gone, or no longer selected: as it was, at the version at which it went.
        lines.push(eventLine('DELETED', objectJson(after ?? before, version)));
      }
    }
    this.#position = store.version;
    this.#write(lines.join(''));
  }

  /** Bookmarks and the end, as the time is. */
  tick(now: number): void {
    if (!this.isOpen) {
      return;
    }
    this.pump();
    const { bookmarks } = this.#options;
    const endsSoon = now >= this.#endsAt - FAREWELL_MS && !this.#farewell;
    if (bookmarks && (now >= this.#bookmarkAt || endsSoon)) {
      this.#farewell ||= endsSoon;
      this.#bookmarkAt = now + BOOKMARK_INTERVAL_MS;
      this.#bookmark({});
    }
    if (now >= this.#endsAt) {
      this.#options.response.end();
    }
  }

  #sendAll(): void {
    const { store, matches, marksInitialEnd } = this.#options;
    const all = store.list(this.#name) ?? [];
    this.#write(
      all
        .filter(matches)
        .map(stored => eventLine('ADDED', objectJson(stored)))
        .join(''),
    );
    if (marksInitialEnd) {
      this.#bookmark({ annotations: { 'k8s.io/initial-events-end': 'true' } });
    }
  }

  #bookmark(metadata: Readonly<Record<string, unknown>>): void {
    const { resource } = this.#options;
    const object = {
      kind: resource.kind,
      apiVersion: apiVersionOf(resource),
      metadata: { resourceVersion: String(this.#position), ...metadata },
      ...resource.zero,
    };
    this.#write(eventLine('BOOKMARK', JSON.stringify(object)));
  }

  #expire(): void {
    const { store, response } = this.#options;
    const status = tooOld({
      version: this.#position,
      oldest: store.compactedVersion,
    });
    this.#write(eventLine('ERROR', JSON.stringify(statusBody(status))));
    response.end();
  }

  #write(text: string): void {
    if (text) {
      this.#options.response.write(text);
      this.#options.onBytes(Buffer.byteLength(text));
    }
  }
}

function eventLine(type: string, object: string): string {
  return `{"type":"${type}","object":${object}}\n`;
}
