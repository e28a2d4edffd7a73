import type {
  Observation,
  PipelineRun,
  TimelineEntry,
} from '@callboard/plugin-callboard-common';
import { timelineRows, TimelineRow } from './timelineRows';

const minute = (n: number) => n * 60_000;
const iso = (n: number) => new Date(minute(n)).toISOString();
const window = { from: minute(0), to: minute(180) };

const observation: Observation = {
  source: 'jenkins/main',
  subject: 'shop/checkout',
  aspect: 'pipelines',
  status: 'ok',
  since: iso(0),
  stale: false,
  summary: '',
  findings: [],
  production: true,
  links: [],
  explanation: { rule: '', inputs: [] },
  detail: {},
};

function run(number: number, at: number, over: Partial<PipelineRun> = {}) {
  return {
    number,
    result: 'success' as const,
    startedAt: minute(at - 10),
    durationMs: minute(10),
    ...over,
  };
}

function change(
  key: string,
  at: number,
  source = 'jenkins/main',
): TimelineEntry {
  return {
    type: 'change',
    source,
    key,
    kind: 'build',
    at: iso(at),
    title: key,
  };
}

function words(rows: readonly TimelineRow[]): string[] {
  return rows.map(row => {
    const at = row.at / 60_000;
    if (row.type === 'run') {
      return `${at} run #${row.run.number}${row.change ? ' of a change' : ''}`;
    }
    return row.type === 'change'
      ? `${at} change ${row.change.key}`
      : `${at} ${row.transition.aspect ?? 'service'} ${row.transition.to}`;
  });
}

function failing(at: number, aspect?: 'pipelines' | 'alerts'): TimelineEntry {
  return { type: 'transition', at: iso(at), from: 'ok', to: 'failing', aspect };
}

describe('timelineRows', () => {
  it.each<{
    name: string;
    entries: TimelineEntry[];
    runs?: PipelineRun[];
    expected: string[];
  }>([
    { name: 'is empty where nothing happened', entries: [], expected: [] },
    {
      name: 'shows the newest first, whatever it is',
      entries: [failing(50), change('config', 70)],
      runs: [run(1, 60)],
      expected: ['70 change config', '60 run #1', '50 service failing'],
    },
    {
      name: 'shows a run and the change it built as one line',
      entries: [change('shop/checkout#2', 95)],
      runs: [run(2, 100)],
      expected: ['100 run #2 of a change'],
    },
    {
      name: 'knows the change by the branch that decides, too',
      entries: [change('shop/checkout/main#2', 95)],
      runs: [run(2, 100)],
      expected: ['100 run #2 of a change'],
    },
    {
      name: 'keeps the change of a run that is no longer known',
      entries: [change('shop/checkout#1', 95)],
      runs: [run(2, 100)],
      expected: ['100 run #2', '95 change shop/checkout#1'],
    },
    {
      name: 'keeps a change of the same name from another source',
      entries: [change('shop/checkout#2', 95, 'jenkins/mobile')],
      runs: [run(2, 100)],
      expected: ['100 run #2', '95 change shop/checkout#2'],
    },
    {
      name: 'puts a running one where it began',
      entries: [],
      runs: [run(3, 170, { result: undefined, durationMs: undefined })],
      expected: ['160 run #3'],
    },
    {
      name: 'says once what happened to an aspect and so to the service',
      entries: [failing(50), failing(50, 'pipelines'), failing(40, 'alerts')],
      expected: ['50 service failing', '40 alerts failing'],
    },
    {
      name: 'leaves out what lies outside the window',
      entries: [failing(-1), failing(181), change('old', -50)],
      runs: [run(1, -20)],
      expected: [],
    },
  ])('$name', ({ entries, runs = [], expected }) => {
    const names = ['shop/checkout', 'shop/checkout/main'];
    const jobs = [{ observation, names, runs }];
    expect(words(timelineRows(entries, { jobs, window }))).toEqual(expected);
  });
});
