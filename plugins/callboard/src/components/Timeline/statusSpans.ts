import type {
  Aspect,
  OverallStatus,
  TimelineEntry,
} from '@callboard/plugin-callboard-common';

/** From when to when a timeline is drawn; epoch milliseconds. */
export interface TimelineWindow {
  readonly from: number;
  readonly to: number;
}

/** How a service or aspect is now. */
export interface CurrentStatus {
  readonly status: OverallStatus;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** A stretch of one status; epoch milliseconds. */
export interface StatusSpan {
  readonly from: number;
  readonly to: number;
  /** Absent where nobody looked. */
  readonly status?: OverallStatus;
  /** When it began, where that is known; may lie before the window. */
  readonly since?: number;
}

type Transition = Extract<TimelineEntry, { type: 'transition' }>;

interface Change {
  readonly at: number;
  readonly from: OverallStatus;
  readonly fromSince?: number;
  readonly to: OverallStatus;
}

function spansOf(
  transitions: readonly Change[],
  options: { window: TimelineWindow; current: CurrentStatus },
): StatusSpan[] {
  const { window, current } = options;
  const starts: { at: number; status?: OverallStatus; since?: number }[] = [];
  const first = transitions[0];
  if (first) {
    // Before the status that a first transition ends, nobody looked.
    const { from, fromSince: since = window.from } = first;
    if (since > window.from) {
      starts.push({ at: window.from });
    }
    starts.push({ at: since, status: from, since: first.fromSince });
  } else if (current.since > window.from) {
    starts.push({ at: window.from });
  } else {
    starts.push({
      at: window.from,
      status: current.status,
      since: current.since,
    });
  }
  for (const { at, to } of transitions) {
    starts.push({ at, status: to, since: at });
  }
  // A stale ok becomes unknown without a transition: what the row says now has the last word.
  const last = starts[starts.length - 1];
  if (last.status !== current.status) {
    starts.push({
      at: Math.max(current.since, last.at),
      status: current.status,
      since: current.since,
    });
  }
  return starts.map((start, i) => ({
    from: Math.max(start.at, window.from),
    to: Math.min(starts[i + 1]?.at ?? window.to, window.to),
    status: start.status,
    since: start.since,
  }));
}

/**
 * The status of a service (or of one aspect) over a window, without gaps. Where nobody looked,
 * the span has no status: nothing that was not observed is drawn as ok.
 */
export function statusSpans(
  entries: readonly TimelineEntry[],
  options: {
    window: TimelineWindow;
    current: CurrentStatus;
    aspect?: Aspect;
  },
): StatusSpan[] {
  const { window, aspect } = options;
  const transitions = entries
    .filter(
      (entry): entry is Transition =>
        entry.type === 'transition' && entry.aspect === aspect,
    )
    .map(({ at, from, fromSince, to }) => ({
      at: Date.parse(at),
      from,
      fromSince: fromSince ? Date.parse(fromSince) : undefined,
      to,
    }))
    .filter(({ at }) => at > window.from && at <= window.to)
    .sort((a, b) => a.at - b.at);
  return spansOf(transitions, options).filter(span => span.to > span.from);
}
