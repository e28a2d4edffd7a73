import {
  stepChangeSchema,
  type StepChange,
} from '@callboard/plugin-runbooks-common';
import { z } from 'zod';

/** Why the server does not take a change, however often it is sent as it is. */
const refusalSchema = z.object({
  kind: z.enum([
    /** Somebody changed the same meanwhile. */
    'overtaken',
    /** The run has ended. */
    'over',
    'forbidden',
    'gone',
    'refused',
  ]),
  message: z.string(),
});

/** Why the server does not take a change, however often it is sent as it is. */
export type Refusal = z.infer<typeof refusalSchema>;

/** A change of a step that the server has not taken yet. */
export const pendingChangeSchema = z.object({
  /** Of this device. */
  id: z.string(),
  n: z.number().int().min(1),
  change: stepChangeSchema,
  /** Epoch milliseconds by the clock of this device; no two of a run have the same. */
  madeAtMs: z.number(),
  /** Absent while it waits to be sent. */
  refusal: refusalSchema.optional(),
});

/** A change of a step that the server has not taken yet. */
export type PendingChange = z.infer<typeof pendingChangeSchema>;

/** Changes of the steps of a run, in the order in which they were made. */
export type ChangeQueue = readonly PendingChange[];

/** What happens to a queue. */
export type QueueEvent =
  | { readonly type: 'made'; readonly pending: PendingChange }
  /** The server took it; the run is at this revision. */
  | { readonly type: 'taken'; readonly id: string; readonly revision: number }
  | { readonly type: 'refused'; readonly id: string; readonly refusal: Refusal }
  /** Somebody looked at the run as it is now, and wants it all the same. */
  | {
      readonly type: 'insisted';
      readonly id: string;
      readonly seen: number;
      readonly atMs: number;
    }
  | { readonly type: 'dropped'; readonly id: string };

/** What becomes of a queue. */
export function queueAfter(queue: ChangeQueue, event: QueueEvent): ChangeQueue {
  switch (event.type) {
    case 'made':
      return [...queue, event.pending];
    case 'taken': {
      const taken = queue.find(({ id }) => id === event.id);
      // Later changes of the step were made by somebody who knew of this one.
      return without(queue, event.id).map(one =>
        taken && one.n === taken.n && one.madeAtMs > taken.madeAtMs
          ? {
              ...one,
              change: {
                ...one.change,
                own: ownAfter(one.change.own, {
                  change: taken.change,
                  revision: event.revision,
                }),
              },
            }
          : one,
      );
    }
    case 'refused':
      return queue.map(one =>
        one.id === event.id ? { ...one, refusal: event.refusal } : one,
      );
    case 'insisted':
      return queue.map(one =>
        one.id === event.id
          ? {
              ...one,
              refusal: undefined,
              madeAtMs: event.atMs,
              change: { ...one.change, seen: event.seen },
            }
          : one,
      );
    default:
      return without(queue, event.id);
  }
}

/** What somebody knows of their own changes of a step once another of them was taken. */
export function ownAfter(
  own: StepChange['own'],
  taken: { readonly change: StepChange; readonly revision: number },
): StepChange['own'] {
  const { change, revision } = taken;
  const { state, note, evidence } = change;
  const hasText = note !== undefined || evidence !== undefined;
  return {
    ...own,
    ...(state !== undefined && { state: revision }),
    ...(hasText && { text: revision }),
  };
}

/** The first that waits; one that was refused waits for a person. */
export function nextToSend(queue: ChangeQueue): PendingChange | undefined {
  return queue.find(({ refusal }) => !refusal);
}

function without(queue: ChangeQueue, id: string): ChangeQueue {
  return queue.filter(one => one.id !== id);
}
