import { chooseDecidingJobs } from './chooseDecidingJobs';
import { MultibranchProject, PipelineLeaf, PipelineTree } from './pipelineTree';
import { DAY, NOW } from './testFacts';

function leaf(name: string, rest: Partial<PipelineLeaf> = {}): PipelineLeaf {
  return {
    kind: 'leaf',
    job: `shop/checkout/${name}`,
    name,
    buildable: true,
    lastBuiltAt: NOW - DAY,
    ...rest,
  };
}

function project(...children: PipelineLeaf[]): MultibranchProject {
  return { kind: 'multibranch', job: 'shop/checkout', children };
}

function folder(...children: PipelineTree[]): PipelineTree {
  return { kind: 'folder', job: 'shop', children };
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => leaf(`job-${index}`));

interface Case {
  readonly name: string;
  readonly tree: PipelineTree;
  readonly defaultBranch?: string;
  readonly jobs: readonly string[];
  readonly reason?: string;
  readonly message?: string;
  readonly hint?: string;
}

const cases: readonly Case[] = [
  { name: 'a leaf decides itself', tree: leaf('x'), jobs: ['x'] },
  {
    name: 'a leaf decides itself, however old and disabled',
    tree: leaf('x', { buildable: false, lastBuiltAt: undefined }),
    jobs: ['x'],
  },
  {
    name: 'the annotation decides first',
    tree: project(leaf('main', { primary: true }), leaf('release/2')),
    defaultBranch: 'release/2',
    jobs: ['release/2'],
  },
  {
    name: 'an annotation that names no branch is no guess',
    tree: project(leaf('main'), leaf('release-2')),
    defaultBranch: 'release/2',
    jobs: [],
    reason: 'not-found',
    message: 'shop/checkout has no branch release/2',
    hint: 'Correct callboard.io/default-branch: release/2; near: release-2',
  },
  {
    name: 'then the primary branch',
    tree: project(leaf('main'), leaf('develop', { primary: true })),
    jobs: ['develop'],
  },
  {
    name: 'two primary branches are a riddle',
    tree: project(
      leaf('main', { primary: true }),
      leaf('trunk', { primary: true }),
    ),
    jobs: [],
    reason: 'ambiguous',
    message: 'shop/checkout has 2 primary branches: main, trunk',
    hint: 'Add callboard.io/default-branch: main',
  },
  {
    name: 'then main',
    tree: project(leaf('trunk'), leaf('master'), leaf('PR-7'), leaf('main')),
    jobs: ['main'],
  },
  {
    name: 'then master',
    tree: project(leaf('trunk'), leaf('master'), leaf('feature/x')),
    jobs: ['master'],
  },
  { name: 'then trunk', tree: project(leaf('trunk')), jobs: ['trunk'] },
  {
    name: 'a dead main does not decide while master lives',
    tree: project(leaf('main', { buildable: false }), leaf('master')),
    jobs: ['master'],
  },
  {
    name: 'a main that is switched off decides where nothing else does',
    tree: project(leaf('main', { buildable: false }), leaf('PR-1')),
    jobs: ['main'],
  },
  {
    name: 'else it is a riddle',
    tree: project(
      leaf('PR-1', { lastBuiltAt: NOW - 2 * DAY }),
      leaf('develop'),
    ),
    jobs: [],
    reason: 'ambiguous',
    message:
      'shop/checkout has no branch main, master, trunk, so it is not clear which of its 2 branches decides',
    hint: 'Add callboard.io/default-branch: develop',
  },
  {
    name: 'a project without branches knows nothing',
    tree: project(),
    jobs: [],
    reason: 'no-data',
    message: 'shop/checkout has no branches',
  },
  {
    name: 'a folder: what was built within 30 days',
    tree: folder(
      leaf('a', { lastBuiltAt: NOW - 30 * DAY }),
      leaf('b', { lastBuiltAt: NOW - 30 * DAY - 1 }),
      leaf('c', { buildable: false }),
      leaf('d', { lastBuiltAt: undefined }),
      folder(leaf('e')),
      project(leaf('main'), leaf('PR-1')),
    ),
    jobs: ['a', 'e', 'main'],
  },
  {
    name: 'a folder with a project that is a riddle says both',
    tree: folder(leaf('a'), project(leaf('develop')), project()),
    jobs: ['a'],
    reason: 'ambiguous',
  },
  {
    name: 'a folder of 20 jobs',
    tree: folder(...many(20)),
    jobs: many(20).map(({ name }) => name),
  },
  {
    name: 'a folder of more than 20 jobs',
    tree: folder(...many(21)),
    jobs: [],
    reason: 'ambiguous',
    message:
      'shop holds 21 jobs that are built; which of them decide is not clear',
    hint: 'Name the jobs that decide, at most 20, instead of the folder shop',
  },
  {
    name: 'a folder in which nothing was built lately',
    tree: folder(leaf('b', { lastBuiltAt: NOW - 99 * DAY })),
    jobs: [],
    reason: 'no-data',
    message: 'No job in shop was built within 30 d',
  },
];

describe('chooseDecidingJobs', () => {
  it.each(cases)('$name', ({ tree, defaultBranch, jobs, ...expected }) => {
    const chosen = chooseDecidingJobs(tree, { now: NOW, defaultBranch });
    expect(chosen.jobs.map(({ name }) => name)).toEqual(jobs);
    expect(chosen.undecided).toHaveLength(expected.reason ? 1 : 0);
    const { name, ...undecided } = expected;
    expect(chosen.undecided.at(0) ?? {}).toMatchObject(undecided);
  });

  it('gives back the very objects that it was given', () => {
    const child = { ...leaf('main'), extra: 42 };
    const { jobs } = chooseDecidingJobs(
      { kind: 'multibranch', job: 'a', children: [child] },
      { now: NOW },
    );
    expect(jobs[0].extra).toBe(42);
  });
});
