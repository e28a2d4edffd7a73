import type { Entity } from '@backstage/catalog-model';
import { clusterOf } from '../config/clusterOf';
import type { ConfiguredCluster } from '../config/ConfiguredCluster';
import type { ServiceLocator } from '../config/readServiceLocator';
import { resolveEntity } from './resolveEntity';

const watched = (name: string): ConfiguredCluster => ({
  cluster: clusterOf({ name }),
  access: {
    kind: 'direct',
    url: `https://${name}.example`,
    trust: { skipTLSVerify: false },
    credentials: { kind: 'none' },
    from: name,
  },
});
const unobserved = (name: string): ConfiguredCluster => ({
  cluster: clusterOf({ name }),
  access: { kind: 'none', notObservable: 'Give it a service account' },
});

const CLUSTERS = [watched('prod-eu'), watched('prod-us'), unobserved('legacy')];
const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

function resolve(
  annotations: Record<string, string>,
  options: {
    clusters?: readonly ConfiguredCluster[];
    locator?: ServiceLocator;
    dependsOn?: readonly string[];
    namespace?: string;
  } = {},
) {
  const {
    clusters = CLUSTERS,
    locator = 'multiTenant',
    dependsOn = [],
  } = options;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: options.namespace, annotations },
    relations: dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
  };
  return resolveEntity(entity, { clusters, locator });
}

const sourcesOf = (resolution: ReturnType<typeof resolve>) => ({
  subjects: resolution.subjects.map(({ source }) => source),
  problems: resolution.problems.map(({ source }) => source),
});

describe('resolveEntity', () => {
  it.each<[Record<string, string>]>([
    [{}],
    [{ 'jenkins.io/job-full-name': 'a' }],
    [{ [CLUSTER]: 'prod-eu', [NAMESPACE]: 'shop' }],
  ])('finds nothing in %j', annotations => {
    expect(resolve(annotations)).toEqual({ subjects: [], problems: [] });
  });

  it.each<[Record<string, string>, string, Record<string, string>]>([
    [
      { [ID]: 'shop' },
      'backstage.io/kubernetes-id=shop',
      {
        selector: 'backstage.io/kubernetes-id=shop',
        annotation: ID,
        value: 'shop',
      },
    ],
    [
      { [ID]: 'shop', [SELECTOR]: ' app=shop,tier in (web, api) ' },
      'app=shop,tier in (web, api)',
      {
        selector: 'app=shop,tier in (web, api)',
        annotation: SELECTOR,
        value: 'app=shop,tier in (web, api)',
      },
    ],
    [
      { [ID]: 'shop', [SELECTOR]: '' },
      'backstage.io/kubernetes-id=shop',
      {
        selector: 'backstage.io/kubernetes-id=shop',
        annotation: ID,
        value: 'shop',
      },
    ],
    [
      { [SELECTOR]: '!canary', [NAMESPACE]: 'payments' },
      '!canary in payments',
      {
        selector: '!canary',
        namespace: 'payments',
        annotation: SELECTOR,
        value: '!canary',
      },
    ],
  ])('reads %j', (annotations, key, spec) => {
    const { subjects, problems } = resolve(annotations, {
      clusters: [watched('prod-eu')],
    });
    expect(problems).toEqual([]);
    expect(subjects).toEqual([
      { source: 'kubernetes/prod-eu', aspect: 'kubernetes', key, spec },
    ]);
  });

  describe('looks in', () => {
    it.each<
      [
        string,
        ServiceLocator,
        Record<string, string>,
        string[],
        { subjects: string[]; problems: string[] },
      ]
    >([
      [
        'every cluster',
        'multiTenant',
        {},
        [],
        {
          subjects: ['kubernetes/prod-eu', 'kubernetes/prod-us'],
          problems: ['kubernetes/legacy'],
        },
      ],
      [
        'every cluster where none is named, as the stock plugin does',
        'singleTenant',
        {},
        [],
        {
          subjects: ['kubernetes/prod-eu', 'kubernetes/prod-us'],
          problems: ['kubernetes/legacy'],
        },
      ],
      [
        'the cluster that is named',
        'singleTenant',
        { [CLUSTER]: ' prod-us ' },
        [],
        { subjects: ['kubernetes/prod-us'], problems: [] },
      ],
      [
        'the cluster that is named, whatever the locator',
        'multiTenant',
        { [CLUSTER]: 'prod-eu' },
        [],
        { subjects: ['kubernetes/prod-eu'], problems: [] },
      ],
      [
        'the clusters that it depends on',
        'catalogRelation',
        {},
        [
          'resource:default/prod-us',
          'resource:default/db',
          'component:default/prod-eu',
        ],
        { subjects: ['kubernetes/prod-us'], problems: [] },
      ],
      [
        'no cluster where it depends on none',
        'catalogRelation',
        {},
        ['resource:other/prod-us'],
        { subjects: [], problems: ['kubernetes/?'] },
      ],
    ])('%s (%s)', (_, locator, annotations, dependsOn, sources) => {
      expect(
        sourcesOf(
          resolve({ [ID]: 'shop', ...annotations }, { locator, dependsOn }),
        ),
      ).toEqual(sources);
    });
  });

  describe('a cluster that cannot be watched', () => {
    const finding = {
      code: 'not-configured',
      message: 'legacy cannot be watched in the background',
      hint: 'Give it a service account',
    };

    it('is unknown where the entity names it', () => {
      const [{ verdict }] = resolve({
        [ID]: 'shop',
        [CLUSTER]: 'legacy',
      }).problems;
      expect(verdict).toMatchObject({ status: 'unknown', findings: [finding] });
      expect(verdict.absent).toBeUndefined();
    });

    it('does not count where another one may have it', () => {
      const [{ verdict }] = resolve({ [ID]: 'shop' }).problems;
      expect(verdict).toMatchObject({ absent: true, findings: [finding] });
    });

    it('counts where there is no other one', () => {
      const [{ verdict }] = resolve(
        { [ID]: 'shop' },
        { clusters: [unobserved('legacy')] },
      ).problems;
      expect(verdict.absent).toBeUndefined();
    });
  });

  it('names clusters that are near where another one is meant', () => {
    expect(resolve({ [ID]: 'shop', [CLUSTER]: 'prod_eu' })).toMatchObject({
      subjects: [],
      problems: [
        {
          source: 'kubernetes/prod_eu',
          verdict: {
            status: 'unknown',
            findings: [
              {
                code: 'not-configured',
                message: 'No cluster called prod_eu is configured',
                hint: 'Correct backstage.io/kubernetes-cluster: prod_eu, near prod-eu, or add prod_eu to kubernetes.clusterLocatorMethods (configured: prod-eu, prod-us, legacy)',
              },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['a cluster that it names', { [CLUSTER]: 'prod-eu' }, undefined],
    ['one of several clusters', {}, true],
  ])(
    'says so where %s is not watched in its namespace',
    (_, annotations, absent) => {
      const narrow: ConfiguredCluster = {
        ...watched('prod-eu'),
        cluster: {
          ...clusterOf({ name: 'prod-eu' }),
          namespaces: ['shop', 'till'],
        },
      };
      const clusters = [narrow, watched('prod-us')];
      const elsewhere = { [ID]: 'shop', [NAMESPACE]: 'pay', ...annotations };
      const { problems } = resolve(elsewhere, { clusters });
      expect(problems[0].verdict.absent).toBe(absent);
      expect(problems).toMatchObject([
        {
          source: 'kubernetes/prod-eu',
          key: 'backstage.io/kubernetes-id=shop in pay',
          verdict: {
            status: 'unknown',
            findings: [
              {
                code: 'not-configured',
                message: 'Namespace pay of prod-eu is not watched',
                hint: 'Correct backstage.io/kubernetes-namespace: pay, or add it to the namespaces of prod-eu in callboard.kubernetes.clusters',
              },
            ],
          },
        },
      ]);
      const there = { ...elsewhere, [NAMESPACE]: 'till' };
      expect(resolve(there, { clusters }).problems).toEqual([]);
    },
  );

  it('says so where no cluster is configured', () => {
    expect(resolve({ [ID]: 'shop' }, { clusters: [] }).problems).toMatchObject([
      {
        source: 'kubernetes/?',
        verdict: {
          findings: [
            {
              code: 'not-configured',
              message: 'No Kubernetes cluster is configured',
            },
          ],
        },
      },
    ]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'an empty id',
      { [ID]: ' ' },
      /kubernetes-id names no workloads: it is empty/,
    ],
    [
      'an id with a space',
      { [ID]: 'my shop' },
      /kubernetes-id names no workloads: the value of a label/,
    ],
    [
      'an id that is too long',
      { [ID]: 'x'.repeat(5_000) },
      /at most 63 characters/,
    ],
    [
      'an id with control characters',
      { [ID]: 'a\u0000b' },
      /the value of a label/,
    ],
    [
      'a selector of nothing',
      { [SELECTOR]: '' },
      /label-selector names no workloads: it is empty/,
    ],
    [
      'a selector of blanks',
      { [SELECTOR]: '  ', [ID]: 'shop' },
      /it is empty, which would select everything/,
    ],
    [
      'half a selector',
      { [SELECTOR]: 'app in (shop' },
      /label-selector names no workloads: .*at character 13/,
    ],
    ['two signs', { [SELECTOR]: 'app===shop' }, /at character \d+/],
    ['a trailing comma', { [SELECTOR]: 'app=shop,' }, /at character \d+/],
    [
      'a selector that is too long',
      { [SELECTOR]: 'a=b,'.repeat(2_000) },
      /it has 8000 characters, more than the 1000/,
    ],
    [
      'a selector with hidden characters',
      { [SELECTOR]: 'app=\u202Eshop' },
      /at character \d+/,
    ],
    ['markup', { [SELECTOR]: '<script>alert(1)</script>' }, /at character \d+/],
    [
      'a namespace that is none',
      { [ID]: 'shop', [NAMESPACE]: 'Shop_1' },
      /kubernetes-namespace names no workloads: the name of a namespace/,
    ],
    [
      'a namespace that leads away',
      { [ID]: 'shop', [NAMESPACE]: '../../nodes' },
      /the name of a namespace/,
    ],
    [
      'several namespaces',
      { [ID]: 'shop', [NAMESPACE]: 'a,b' },
      /the name of a namespace/,
    ],
  ])('tells of %s once, and what to write', (_, annotations, message) => {
    const { subjects, problems } = resolve(annotations);
    expect(subjects).toEqual([]);
    expect(problems).toHaveLength(1);
    const [{ key, verdict }] = problems;
    expect(verdict).toMatchObject({
      status: 'unknown',
      findings: [
        {
          code: 'not-found',
          message: expect.stringMatching(message),
          hint: expect.stringContaining('for example to'),
        },
      ],
    });
    expect(key.length).toBeGreaterThan(0);
    expect(key.length).toBeLessThanOrEqual(120);
    expect(JSON.stringify(problems).length).toBeLessThan(2_000);
    expect(JSON.stringify(problems)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.each([['x'.repeat(5_000)], ['a/b:c'], ['\u0007'], ['\u202Eprod'], ['*']])(
    'takes %j for a cluster that is not configured',
    value => {
      const { subjects, problems } = resolve({
        [ID]: 'shop',
        [CLUSTER]: value,
      });
      expect(subjects).toEqual([]);
      expect(problems).toMatchObject([
        {
          source: expect.stringMatching(/^kubernetes\/.{1,60}$/u),
          verdict: { findings: [{ code: 'not-configured' }] },
        },
      ]);
      expect(JSON.stringify(problems)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    },
  );
});
