import { areBuilds } from './JenkinsBuild';
import { parseJob, strictJobSchema } from './schemas';

const BUILD = {
  number: 1,
  result: 'SUCCESS',
  building: false,
  timestamp: 2,
  duration: 3,
  actions: [{}],
};

/** What may stand where anything else is expected. */
const ODD = [
  undefined,
  null,
  '',
  'x',
  '1',
  0,
  -1,
  1e999,
  NaN,
  true,
  [],
  [1],
  {},
];

const cases: readonly unknown[] = [
  BUILD,
  ...ODD,
  ...Object.keys(BUILD).flatMap(key =>
    ODD.map(value => ({ ...BUILD, [key]: value })),
  ),
  ...Object.keys(BUILD).map(key =>
    Object.fromEntries(Object.entries(BUILD).filter(([name]) => name !== key)),
  ),
  { ...BUILD, _class: 'x' },
];

describe('areBuilds', () => {
  it('says of every run what the schema says of the newest', () => {
    const byHand = cases.map(build => areBuilds([build]));
    const bySchema = cases.map(
      // The newest run may be absent, one of a list may not.
      build =>
        (build ?? undefined) !== undefined &&
        strictJobSchema.safeParse({ name: 'x', lastBuild: build }).success,
    );
    expect(byHand).toEqual(bySchema);
    expect(new Set(byHand)).toEqual(new Set([true, false]));
  });

  it.each([[undefined], [null], ['x'], [{}], [{ length: 0 }]])(
    '%j is no list of runs',
    json => {
      expect(areBuilds(json)).toBe(false);
    },
  );

  it('drops the one that is none, and keeps the others', () => {
    const builds = [BUILD, { ...BUILD, number: 'x' }, { ...BUILD, result: 5 }];
    expect(parseJob({ name: 'x', builds })?.builds).toEqual([
      BUILD,
      { ...BUILD, result: undefined },
    ]);
  });
});
