import type { UpstreamUsage } from '@callboard/plugin-callboard-node';

/** One kind of object, as the paths of the API name it. */
export interface WatchedResource {
  /** `apps`; empty for the core group. */
  readonly group: string;
  /** `v1` */
  readonly version: string;
  /** `deployments` */
  readonly resource: string;
  /** Whether its objects are in namespaces. */
  readonly namespaced: boolean;
  /** `type=Warning` */
  readonly fieldSelector?: string;
}

/** What of a kind is asked for: all of it, or what one namespace has. */
export interface ResourceScope {
  /** All namespaces where it is absent. */
  readonly namespace?: string;
  /** Ends the call. */
  readonly signal: AbortSignal;
}

/** Which page of a list. */
export interface ListPageOptions extends ResourceScope {
  /** Most objects of the page. */
  readonly limit: number;
  /** Where the page before said that this one begins. */
  readonly continue?: string;
}

/** From where on changes are told, and for how long. */
export interface WatchEventsOptions extends ResourceScope {
  /** The state of the list, or of the last event, that is known. */
  readonly resourceVersion: string;
  /** The server ends the watch by itself after so many seconds. */
  readonly timeoutSeconds: number;
  /** Called when the server has accepted the watch, before any event: an idle kind tells nothing. */
  readonly onOpen: () => void;
}

/** One page of a list. */
export interface ListPage {
  /** Objects as the server sent them. */
  readonly items: readonly unknown[];
  /** The state of the whole list. */
  readonly resourceVersion: string;
  /** Where the next page begins; absent on the last one. */
  readonly continue?: string;
}

/** One event of a watch: `ADDED`, `MODIFIED`, `DELETED`, `BOOKMARK`. */
export interface WatchEvent {
  readonly type: string;
  readonly object: unknown;
}

/** What we ask of one cluster. Everything throws an UpstreamError where there is no usable answer. */
export interface KubernetesApi {
  /** One page of a list. A continue token that is too old is an UpstreamError with status 410. */
  listPage(
    resource: WatchedResource,
    options: ListPageOptions,
  ): Promise<ListPage>;
  /**
   * Changes from a state on, until the server ends the watch. A state that is too old is an
   * UpstreamError with status 410.
   */
  watch(
    resource: WatchedResource,
    options: WatchEventsOptions,
  ): AsyncIterable<WatchEvent>;
  /** The server's version, like `v1.35.2`. */
  version(options: { signal: AbortSignal }): Promise<string>;
  /**
   * Proof of life: resolves where the server can tell how its cluster is, throws a NotReadyError
   * where it answers that it cannot.
   */
  ready(options: { signal: AbortSignal }): Promise<void>;
  /** What asking cost since it was created. */
  usage(): UpstreamUsage;
  /** How far the cluster's clock is ahead of ours, in milliseconds. */
  clockOffsetMs(): number;
  /** Closes its connections. */
  close(): Promise<void>;
}
