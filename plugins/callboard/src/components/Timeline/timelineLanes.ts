import type {
  Aspect,
  ServiceDetail,
  TimelineEntry,
} from '@callboard/plugin-callboard-common';
import { ASPECTS, isHealthAspect } from '@callboard/plugin-callboard-common';
import type { PipelineJob } from '../PipelineRuns';
import { StatusSpan, statusSpans, TimelineWindow } from './statusSpans';
import type { TimelineRow } from './timelineRows';
import { unheardSources } from './unheard';

/** One line of the drawing. */
export type TimelineLane =
  | {
      readonly type: 'status';
      /** Absent for the service as a whole. */
      readonly aspect?: Aspect;
      readonly spans: readonly StatusSpan[];
    }
  | { readonly type: 'changes'; readonly rows: readonly TimelineRow[] }
  | {
      readonly type: 'builds';
      readonly rows: readonly TimelineRow[];
      /** From here on its source was not heard, epoch milliseconds. */
      readonly unheardSince?: number;
    };

/**
 * What is drawn: the status of the service; of its aspects, where it has several; changes; runs.
 * A lane for which nothing is connected is left out.
 */
export function timelineLanes(options: {
  service: ServiceDetail;
  entries: readonly TimelineEntry[];
  rows: readonly TimelineRow[];
  jobs: readonly PipelineJob[];
  window: TimelineWindow;
}): TimelineLane[] {
  const { service, entries, rows, jobs, window } = options;
  const lanes: TimelineLane[] = [
    {
      type: 'status',
      spans: statusSpans(entries, {
        window,
        current: {
          status: service.status,
          since: Date.parse(service.since),
        },
      }),
    },
  ];
  const aspects = ASPECTS.filter(
    aspect => isHealthAspect(aspect) && service.aspects[aspect],
  );
  for (const aspect of aspects.length > 1 ? aspects : []) {
    const current = service.aspects[aspect];
    if (current) {
      lanes.push({
        type: 'status',
        aspect,
        spans: statusSpans(entries, {
          window,
          aspect,
          current: {
            status: current.status,
            since: Date.parse(current.since),
          },
        }),
      });
    }
  }
  const changes = rows.filter(row => row.type === 'change');
  if (changes.length > 0) {
    lanes.push({ type: 'changes', rows: changes });
  }
  if (jobs.length > 0) {
    const [longest] = unheardSources(jobs.map(job => job.observation));
    lanes.push({
      type: 'builds',
      rows: rows.filter(row => row.type === 'run'),
      ...(longest ? { unheardSince: longest.since ?? window.from } : {}),
    });
  }
  return lanes;
}
