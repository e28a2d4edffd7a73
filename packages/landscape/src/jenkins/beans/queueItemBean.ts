import { BeanModel } from '../BeanModel';
import type { ExportedBean } from '../BeanModel';
import type { JenkinsQueueEntry } from '../items';
import type { LeafJob, Located } from '../located';
import { jobClassName, jobColor } from './jobWords';

interface LocatedQueueEntry {
  readonly entry: JenkinsQueueEntry;
  readonly job: Located<LeafJob>;
  readonly id: number;
}

const taskModel = BeanModel.create<Located<LeafJob>>({
  className: ({ item }) => jobClassName(item.kind),
  properties: {
    name: job => job.name,
    url: job => `${job.view.rootUrl}${job.path}`,
    color: jobColor,
  },
  summary: ['name', 'url', 'color'],
});

const model = BeanModel.create<LocatedQueueEntry>({
  className: 'hudson.model.Queue$BuildableItem',
  properties: {
    actions: () => [],
    blocked: () => false,
    buildable: () => true,
    id: ({ id }) => id,
    inQueueSince: ({ entry }) => entry.since,
    params: () => '',
    stuck: ({ entry }) => entry.stuck ?? false,
    task: ({ job }) => taskModel.of(job),
    url: ({ id }) => `queue/item/${id}/`,
    why: ({ entry }) => entry.why,
    buildableStartMilliseconds: ({ entry }) => entry.since,
    pending: () => false,
  },
});

/** What waits for an executor. Its id is the number that the build will get. */
export function queueItemBean(
  job: Located<LeafJob>,
  entry: JenkinsQueueEntry,
): ExportedBean {
  const id = (job.item.builds?.[0]?.number ?? 0) + 1;
  return model.of({ job, entry, id });
}

const queueModel = BeanModel.create<readonly ExportedBean[]>({
  className: 'hudson.model.Queue',
  properties: { discoverableItems: () => [], items: items => items },
  inline: ['items'],
});

/** The whole queue as `/queue/api/json` shows it. */
export function queueBean(items: readonly ExportedBean[]): ExportedBean {
  return queueModel.of(items);
}
