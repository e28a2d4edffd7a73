import type { JenkinsInstance } from '../config/JenkinsInstance';
import { resolveEntity } from './resolveEntity';

const instance = (name: string): JenkinsInstance => ({
  name,
  access: { baseUrl: `https://${name}.example.com/jenkins` },
});

const INSTANCES = [instance('default'), instance('main'), instance('mobile')];

function resolve(
  annotations: Record<string, string>,
  instances: readonly JenkinsInstance[] = INSTANCES,
) {
  return resolveEntity(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout', annotations },
    },
    instances,
  );
}

const named = (value: string) => resolve({ 'jenkins.io/job-full-name': value });

describe('resolveEntity', () => {
  it('finds nothing where nothing is annotated', () => {
    expect(resolve({})).toEqual({ subjects: [], problems: [] });
  });

  it.each<[string, Array<[string, string, string]>]>([
    ['checkout', [['jenkins/default', 'checkout', '/']]],
    ['shop/checkout', [['jenkins/default', 'shop/checkout', 'shop']]],
    ['main:a/b/c/d', [['jenkins/main', 'a/b/c/d', 'a/b/c']]],
    [' main : shop/checkout ', [['jenkins/main', 'shop/checkout', 'shop']]],
    ['main:/shop/checkout/', [['jenkins/main', 'shop/checkout', 'shop']]],
    [
      'main:shop/checkout,shop/cart',
      [
        ['jenkins/main', 'shop/checkout', 'shop'],
        ['jenkins/default', 'shop/cart', 'shop'],
      ],
    ],
    [
      'main:shop/a, mobile:app/ios ,,main:shop/a',
      [
        ['jenkins/main', 'shop/a', 'shop'],
        ['jenkins/mobile', 'app/ios', 'app'],
      ],
    ],
    ['default:shop/a,shop/a', [['jenkins/default', 'shop/a', 'shop']]],
    // Names are taken as Jenkins has them: nothing in them is decoded.
    [
      'shop/checkout/feature%2Fx',
      [['jenkins/default', 'shop/checkout/feature%2Fx', 'shop/checkout']],
    ],
    [
      'it\'s "quoted"/🚀',
      [['jenkins/default', 'it\'s "quoted"/🚀', 'it\'s "quoted"']],
    ],
    ['shop/a b?x=1#y', [['jenkins/default', 'shop/a b?x=1#y', 'shop']]],
  ])('%j names jobs', (value, expected) => {
    const { subjects, problems } = named(value);
    expect(problems).toEqual([]);
    expect(
      subjects.map(({ source, key, shard }) => [source, key, shard]),
    ).toEqual(expected);
    expect(subjects.map(({ aspect }) => aspect)).toEqual(
      expected.map(() => 'pipelines'),
    );
    for (const { key, spec } of subjects) {
      expect(spec).toMatchObject({
        path: key.split('/'),
        annotation: 'jenkins.io/job-full-name',
      });
    }
  });

  it.each([
    [''],
    ['   '],
    [','],
    [', ,,'],
    ['main:'],
    ['/'],
    ['//evil.example/job/x'],
    ['main://evil.example'],
    ['http://evil.example/job/x'],
    ['https://main.example.com/jenkins/job/shop'],
    ['..'],
    ['../../etc'],
    ['shop/../../x'],
    ['shop/./x'],
    ['shop//x'],
    ['shop/%2e%2e/x'],
    ['shop/%252e%252e%252fx'],
    ['shop/..%2F..%2Fx'],
    ['shop\\..\\x'],
    ['shop/a\u0000b'],
    ['shop/a\nb'],
    ['shop/\ud800'],
    ['x'.repeat(5_000)],
    ['a/'.repeat(2_500)],
    ['\u202Eevil/..'],
  ])('%j names none, and says so', value => {
    const { subjects, problems } = named(value);
    expect(subjects).toEqual([]);
    expect(problems).toHaveLength(1);
    const [{ verdict, source, key }] = problems;
    expect(source).toMatch(/^jenkins\/(default|main)$/);
    expect(key.length).toBeGreaterThan(0);
    expect(key.length).toBeLessThanOrEqual(120);
    expect(verdict).toMatchObject({
      status: 'unknown',
      findings: [
        {
          code: 'not-found',
          message: expect.stringMatching(
            /^jenkins\.io\/job-full-name names no job: /,
          ),
          hint: expect.stringMatching(
            /jenkins\.io\/job-full-name: .*instance (default|main)/,
          ),
        },
      ],
    });
    expect(JSON.stringify(verdict).length).toBeLessThan(2_000);
    expect(JSON.stringify(verdict)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('keeps the good elements of a list', () => {
    const { subjects, problems } = named('main:shop/a,..,nope:shop/b');
    expect(subjects.map(({ key }) => key)).toEqual(['shop/a']);
    expect(problems.map(({ source, key }) => [source, key])).toEqual([
      ['jenkins/default', '..'],
      ['jenkins/nope', 'nope:shop/b'],
    ]);
  });

  it('looks at no more than 100 jobs of a service', () => {
    const { subjects, problems } = named(
      Array.from({ length: 5_000 }, (_, index) => `j${index}`).join(','),
    );
    expect(subjects).toHaveLength(100);
    expect(problems.map(({ verdict }) => verdict.findings[0].message)).toEqual([
      expect.stringContaining('5000 jobs, more than the 100'),
    ]);
  });

  it('names the configured instances where another one is meant', () => {
    const { problems } = named('nope:shop/checkout');
    expect(problems).toMatchObject([
      {
        source: 'jenkins/nope',
        aspect: 'pipelines',
        key: 'nope:shop/checkout',
        verdict: {
          status: 'unknown',
          findings: [
            {
              code: 'not-configured',
              message: 'No Jenkins instance called nope is configured',
              hint: expect.stringMatching(
                /jenkins\.io\/job-full-name: nope:shop\/checkout.*default, main, mobile/,
              ),
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['..:shop/a', 'jenkins/..'],
    ['a/b:shop/a', 'jenkins/a/b'],
    ['\u0007:shop/a', 'jenkins/?'],
    [`${'n'.repeat(300)}:a`, `jenkins/${'n'.repeat(59)}…`],
  ])('takes %j for an instance that is not configured', (value, source) => {
    expect(named(value).problems).toMatchObject([
      { source, verdict: { findings: [{ code: 'not-configured' }] } },
    ]);
  });

  it('says so where no instance is configured at all', () => {
    const { problems } = resolve({ 'jenkins.io/job-full-name': 'a' }, []);
    expect(problems[0].verdict.findings).toMatchObject([
      {
        code: 'not-configured',
        hint: expect.stringContaining('none is configured'),
      },
    ]);
  });

  it('lets the older annotation win, which holds one job', () => {
    const { subjects } = resolve({
      'jenkins.io/job-full-name': 'shop/new',
      'jenkins.io/github-folder': 'main:shop/old, with a comma',
    });
    expect(subjects).toMatchObject([
      {
        source: 'jenkins/main',
        key: 'shop/old, with a comma',
        spec: { annotation: 'jenkins.io/github-folder' },
      },
    ]);
  });

  it.each<[Record<string, string>, Record<string, unknown>]>([
    [
      { 'callboard.io/default-branch': ' release/2 ' },
      { defaultBranch: 'release/2' },
    ],
    // It names no branch, and is found to.
    [
      { 'callboard.io/default-branch': 'x'.repeat(5_000) },
      { defaultBranch: 'x'.repeat(256) },
    ],
    [{ 'callboard.io/pipeline-cadence': 'P1D' }, { cadenceMs: 86_400_000 }],
    [{ 'callboard.io/pipeline-cadence': '24h' }, { cadenceMs: 86_400_000 }],
    [{ 'callboard.io/pipeline-cadence': 'often' }, {}],
    [{ 'callboard.io/pipeline-cadence': '1 ms' }, {}],
  ])('reads %j for all jobs', (annotations, settings) => {
    const { subjects } = resolve({
      ...annotations,
      'jenkins.io/job-full-name': 'a',
    });
    const { path, annotation, value, ...rest } = subjects[0].spec;
    expect(rest).toEqual(settings);
  });

  it.each([
    ['often'],
    ['1 ms'],
    ['P10Y'],
    ['🚀'],
    ['x'.repeat(5_000)],
    ['a\u0000b'],
  ])('says that the cadence %j is none', cadence => {
    const { subjects, problems } = resolve({
      'callboard.io/pipeline-cadence': cadence,
      'jenkins.io/job-full-name': 'main:shop/a,shop/b',
    });
    expect(subjects).toHaveLength(2);
    expect(problems).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        source: 'jenkins/main',
        aspect: 'pipelines',
        verdict: {
          status: 'unknown',
          findings: [
            {
              code: 'ambiguous',
              hint: expect.stringMatching(
                /like 24h or P1D, instead of callboard\.io\/pipeline-cadence: /,
              ),
            },
          ],
        },
      },
    ]);
    expect(JSON.stringify(problems).length).toBeLessThan(2_000);
    expect(JSON.stringify(problems)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('says nothing of the cadence of what names no job', () => {
    expect(resolve({ 'callboard.io/pipeline-cadence': 'often' })).toEqual({
      subjects: [],
      problems: [],
    });
  });

  it('follows another base URL to configured instances only', () => {
    const override = (url: string) =>
      resolve({
        'jenkins.io/job-full-name': 'shop/a',
        'jenkins.io/override-base-url': url,
      });
    expect(
      override('https://MOBILE.example.com/jenkins/').subjects,
    ).toMatchObject([{ source: 'jenkins/mobile' }]);
    expect(override('https://evil.example').subjects).toEqual([]);
    expect(override('https://evil.example').problems).toMatchObject([
      {
        verdict: {
          findings: [
            {
              code: 'not-configured',
              hint: expect.stringContaining('https://evil.example'),
            },
          ],
        },
      },
    ]);
  });
});
