import type {
  PipelineRun,
  TimelineEntry,
} from '@callboard/plugin-callboard-common';
import type { PipelineJob } from '../PipelineRuns/pipelineJobs';
import type { TimelineWindow } from './statusSpans';

type Transition = Extract<TimelineEntry, { type: 'transition' }>;
type ChangeEntry = Extract<TimelineEntry, { type: 'change' }>;

/** One line of the timeline's list; `at` is epoch milliseconds. */
export type TimelineRow = { readonly at: number } & (
  | { readonly type: 'transition'; readonly transition: Transition }
  | { readonly type: 'change'; readonly change: ChangeEntry }
  | {
      readonly type: 'run';
      readonly source: string;
      readonly job: string;
      readonly run: PipelineRun;
      /** What it built, where that was new. */
      readonly change?: ChangeEntry;
    }
);

/** When a run came to its end, or began where it still runs. */
function runMoment(run: PipelineRun): number {
  return run.result ? run.startedAt + (run.durationMs ?? 0) : run.startedAt;
}

/** The same event is stored for the aspect and for the service: one line is enough. */
function isRepeated(each: Transition, all: readonly TimelineEntry[]): boolean {
  return (
    each.aspect !== undefined &&
    all.some(
      other =>
        other.type === 'transition' &&
        other.aspect === undefined &&
        other.at === each.at &&
        other.to === each.to,
    )
  );
}

/**
 * Everything that happened within the window, newest first: transitions, changes and runs. A run
 * and the change that it built are one line.
 */
export function timelineRows(
  entries: readonly TimelineEntry[],
  options: { jobs: readonly PipelineJob[]; window: TimelineWindow },
): TimelineRow[] {
  const { jobs, window } = options;
  const changes = new Map<string, ChangeEntry>();
  for (const entry of entries) {
    if (entry.type === 'change') {
      changes.set(`${entry.source} ${entry.key}`, entry);
    }
  }
  const rows: TimelineRow[] = [];
  for (const { observation, names, runs } of jobs) {
    for (const run of runs) {
      const key = names
        .map(name => `${observation.source} ${name}#${run.number}`)
        .find(each => changes.has(each));
      const change = key && changes.get(key);
      if (key) {
        changes.delete(key);
      }
      rows.push({
        type: 'run',
        at: runMoment(run),
        source: observation.source,
        job: observation.subject,
        run,
        ...(change ? { change } : {}),
      });
    }
  }
  for (const change of changes.values()) {
    rows.push({ type: 'change', at: Date.parse(change.at), change });
  }
  for (const entry of entries) {
    if (entry.type === 'transition' && !isRepeated(entry, entries)) {
      rows.push({
        type: 'transition',
        at: Date.parse(entry.at),
        transition: entry,
      });
    }
  }
  return rows
    .filter(({ at }) => at >= window.from && at <= window.to)
    .sort((a, b) => b.at - a.at);
}
