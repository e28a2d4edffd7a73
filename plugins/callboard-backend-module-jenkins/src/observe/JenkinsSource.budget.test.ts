import type { JenkinsBuild, JenkinsItem } from '@callboard/landscape';
import { ago, build, folder, job, Observing } from '../__testUtils__/observing';

const FOLDERS_COUNT = 50;
const JOBS_PER_FOLDER_COUNT = 20;

const MAX_CALLS_COUNT = 55;

/** Every tenth job is red, every seventh has failing tests and no totals in its list. */
function builds(seed: number): readonly JenkinsBuild[] {
  return Array.from({ length: 20 }, (_, index) => {
    const at = ago(index * 60 + (seed % 30));
    const number = 20 - index;
    if (index > 0) {
      return build(number, 'SUCCESS', { at });
    }
    return seed % 10 === 0
      ? build(number, 'FAILURE', {
          at,
          stages: [{ name: 'Test', status: 'FAILED', durationMs: 1 }],
        })
      : build(number, 'SUCCESS', { at });
  });
}

function projects(f: number): readonly JenkinsItem[] {
  return Array.from({ length: JOBS_PER_FOLDER_COUNT }, (_, j) => ({
    kind: 'multibranch',
    name: `job-${j}`,
    branches: [
      { name: 'main', builds: builds(f + j) },
      { name: 'feature/x', builds: [build(1, 'FAILURE')] },
    ],
  }));
}

function jobs(f: number): readonly JenkinsItem[] {
  return Array.from({ length: JOBS_PER_FOLDER_COUNT }, (_, j) =>
    job(`job-${j}`, builds(f + j)),
  );
}

function everything(asBranches: boolean): readonly JenkinsItem[] {
  return Array.from({ length: FOLDERS_COUNT }, (_, f) =>
    folder(`folder-${f}`, asBranches ? projects(f) : jobs(f)),
  );
}

const NAMES = Array.from(
  { length: FOLDERS_COUNT * JOBS_PER_FOLDER_COUNT },
  (_, index) =>
    `folder-${Math.floor(index / JOBS_PER_FOLDER_COUNT)}/job-${
      index % JOBS_PER_FOLDER_COUNT
    }`,
);

describe('the calls of JenkinsSource', () => {
  let jenkins: Observing;

  afterEach(() => jenkins.server.stop());

  async function completeRound() {
    const { observations, missed } = await jenkins.round(NAMES);
    expect(observations).toHaveLength(NAMES.length);
    expect(missed).toEqual([]);
    expect(
      observations.filter(({ verdict }) => verdict.status === 'unknown'),
    ).toEqual([]);
  }

  it.each([
    ['jobs', false],
    ['multibranch projects', true],
  ])(
    'are at most 55 a round for 1,000 %s in 50 folders',
    async (_, asBranches) => {
      jenkins = await Observing.start(everything(asBranches), {
        deadlineMs: 60_000,
      });
      for (let round = 0; round < 3; round++) {
        const { total, items } = await jenkins.calls(completeRound);
        expect(total).toBeLessThanOrEqual(MAX_CALLS_COUNT);
        for (const url of items) {
          const tree = new URL(url, jenkins.server.url).searchParams.get(
            'tree',
          );
          expect(tree).not.toMatch(/\*|allBuilds/);
          // Every list of builds has its end, and nothing else has one like it.
          expect(tree?.match(/builds\[/g)?.length).toBe(
            tree?.match(/\]\{0,20\}/g)?.length,
          );
        }
      }
    },
    60_000,
  );

  it('bring fewer bytes once everything is known', async () => {
    jenkins = await Observing.start(everything(false).slice(0, 2));
    const names = NAMES.slice(0, 2 * JOBS_PER_FOLDER_COUNT);
    const first = await jenkins.calls(() => jenkins.round(names));
    const second = await jenkins.calls(() => jenkins.round(names));
    expect(second.bytes).toBeLessThan(0.6 * first.bytes);
  });

  it('are two for many multibranch projects at the root, then one', async () => {
    const items = projects(0);
    jenkins = await Observing.start([
      ...items,
      ...everything(false).slice(0, 3),
    ]);
    const names = items.map(({ name }) => name);
    const isItem = ({ byKind }: { byKind: Record<string, number> }) =>
      (byKind.controller ?? 0) + (byKind.item ?? 0);
    const first = await jenkins.calls(() => jenkins.round(names));
    expect(isItem(first)).toBe(2);
    const second = await jenkins.calls(() => jenkins.round(names));
    expect(isItem(second)).toBe(1);
  });

  it('ask for less of a folder that is too long, and for the only job of a large one by itself', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      job(`job-${index}`, builds(1)),
    );
    jenkins = await Observing.start([folder('huge', many)], {
      deadlineMs: 60_000,
    });
    const names = ['huge/job-3', 'huge/job-1999'];
    for (let round = 0; round < 2; round++) {
      const { observations } = await jenkins.round(names);
      expect(observations.map(({ verdict }) => verdict.status)).toEqual([
        'ok',
        'ok',
      ]);
      expect(observations[0].detail.runs).toHaveLength(20);
    }
    expect(jenkins.server.calls.at(-1)?.url).toMatch(/^\/job\/huge\/api/);
    const only = ['huge/job-3'];
    const rounds = [1, 2, 3].map(() => () => jenkins.round(only));
    for (const round of rounds) {
      await round();
    }
    const { total, bytes } = await jenkins.calls(() => jenkins.round(only));
    expect(total).toBe(1);
    expect(bytes).toBeLessThan(10_000);
  }, 60_000);
});
