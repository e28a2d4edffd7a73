import type { EventFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from '../../objects';

const MAX_REASONS_PER_OBJECT_COUNT = 10;
const MAX_EVENTS_PER_REASON_COUNT = 10;
const DEFAULT_MAX_OBJECTS_COUNT = 5_000;

/** Events of one object and reason, by their uids, the one that changed last at the end. */
type Fold = Map<string, EventFacts>;

/**
 * Warning events, folded by the object that they are about and their reason. It holds what is
 * recent of a bounded number of objects: a cluster in trouble writes tens of thousands.
 */
export class EventBook {
  readonly #maxObjects: number;
  readonly #objects = new Map<string, Map<string, Fold>>();
  readonly #places = new Map<string, { involved: string; reason: string }>();

  static create(options: { maxObjects?: number } = {}): EventBook {
    return new EventBook(options.maxObjects ?? DEFAULT_MAX_OBJECTS_COUNT);
  }

  private constructor(maxObjects: number) {
    this.#maxObjects = maxObjects;
  }

  /** Takes an event in; says whether its object never had the reason before. */
  put({ uid, facts }: HeldObject<EventFacts>): { isNew: boolean } {
    const { reason, involved } = facts;
    const reasons = this.#objects.get(involved.uid) ?? new Map<string, Fold>();
    const fold = reasons.get(reason) ?? new Map<string, EventFacts>();
    const isNew = fold.size === 0;
    touch(fold, uid, facts);
    touch(reasons, reason, fold);
    touch(this.#objects, involved.uid, reasons);
    this.#places.set(uid, { involved: involved.uid, reason });
    this.#keepWithinBounds({ fold, reasons });
    return { isNew };
  }

  /** It has expired; returns the uid of the object that it was about. */
  remove(uid: string): string | undefined {
    const place = this.#places.get(uid);
    const reasons = place && this.#objects.get(place.involved);
    const fold = reasons?.get(place?.reason ?? '');
    if (!place || !reasons || !fold) {
      return undefined;
    }
    this.#places.delete(uid);
    fold.delete(uid);
    if (fold.size === 0) {
      reasons.delete(place.reason);
    }
    if (reasons.size === 0) {
      this.#objects.delete(place.involved);
    }
    return place.involved;
  }

  /** What is said about an object, one for every reason. */
  about(involvedUid: string): readonly EventFacts[] {
    const reasons = this.#objects.get(involvedUid);
    return reasons ? [...reasons.values()].map(folded) : [];
  }

  #keepWithinBounds({
    fold,
    reasons,
  }: {
    fold: Fold;
    reasons: Map<string, Fold>;
  }) {
    const [oldestEvent] = fold.keys();
    if (fold.size > MAX_EVENTS_PER_REASON_COUNT) {
      this.#forget(fold, oldestEvent);
    }
    const [oldestReason] = reasons.keys();
    if (reasons.size > MAX_REASONS_PER_OBJECT_COUNT) {
      this.#forgetAll(reasons.get(oldestReason));
      reasons.delete(oldestReason);
    }
    const [oldestObject] = this.#objects.keys();
    if (this.#objects.size > this.#maxObjects) {
      this.#objects.get(oldestObject)?.forEach(other => this.#forgetAll(other));
      this.#objects.delete(oldestObject);
    }
  }

  #forgetAll(fold: Fold | undefined) {
    fold?.forEach((_, uid) => this.#places.delete(uid));
  }

  #forget(fold: Fold, uid: string) {
    fold.delete(uid);
    this.#places.delete(uid);
  }
}

/** Puts it at the end, where what is newest stands. */
function touch<V>(map: Map<string, V>, key: string, value: V) {
  map.delete(key);
  map.set(key, value);
}

function folded(fold: Fold): EventFacts {
  const events = [...fold.values()];
  const newest = events.reduce((a, b) => (b.lastAt >= a.lastAt ? b : a));
  return {
    ...newest,
    count: events.reduce((sum, { count }) => sum + count, 0),
    firstAt: Math.min(...events.map(({ firstAt }) => firstAt)),
  };
}
