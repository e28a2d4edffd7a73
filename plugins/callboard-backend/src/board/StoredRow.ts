import type {
  Aspect,
  AspectStatus,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';

/** A part of a source that an aspect is made from. */
export interface StoredFeed {
  readonly source: string;
  readonly shard: string;
  /** Made from the catalog alone, so it is never stale. */
  readonly problem: boolean;
}

/** An aspect as it is stored: all but its age, which is that of its feeds. */
export type StoredAspect = Omit<AspectStatus, 'observedAt' | 'stale'> & {
  readonly feeds: readonly StoredFeed[];
};

/** `service_detail.row_json`: what the board shows of a service beside its entity. */
export type StoredRow = Pick<
  ServiceStatus,
  | 'status'
  | 'atLeast'
  | 'badSince'
  | 'why'
  | 'whySource'
  | 'impact'
  | 'lastChange'
> & {
  /** Why it was bad last, where it flaps and is well at the moment. */
  readonly lastTrouble?: string;
  readonly aspects: Readonly<Partial<Record<Aspect, StoredAspect>>>;
};
