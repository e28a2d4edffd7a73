import { KubernetesEvent } from '../../../kubernetes';
import { toInstant } from '../../instants';
import { plainText } from '../../plainText';
import { EventFacts } from '../facts';

const EVENTS_MAX_COUNT = 10;

/** Warning events of one reason in one line, newest first. */
export function foldEvents(events: readonly EventFacts[]): KubernetesEvent[] {
  const byReason = new Map<string, EventFacts[]>();
  for (const event of events) {
    const known = byReason.get(event.reason);
    if (known) {
      known.push(event);
    } else {
      byReason.set(event.reason, [event]);
    }
  }
  return [...byReason.values()]
    .map(foldReason)
    .sort(
      (a, b) =>
        Date.parse(b.lastAt) - Date.parse(a.lastAt) ||
        (a.reason < b.reason ? -1 : 1),
    )
    .slice(0, EVENTS_MAX_COUNT);
}

function foldReason(events: readonly EventFacts[]): KubernetesEvent {
  const newest = events.reduce((a, b) => (b.lastAt > a.lastAt ? b : a));
  const { involved } = newest;
  return {
    reason: plainText(newest.reason, 80),
    message: plainText(newest.message, 300),
    object: `${plainText(involved.kind, 60)} ${plainText(involved.name, 253)}`,
    objects: new Set(events.map(event => event.involved.uid)).size,
    count: events.reduce((sum, { count }) => sum + count, 0),
    lastAt: toInstant(newest.lastAt),
  };
}
