import type {
  AspectStatus,
  Finding,
  Observation,
  PipelineRun,
  ServiceDetail,
  SourceHealth,
} from '@callboard/plugin-callboard-common';

/** The time of the pictures and tests: Monday 23 November 2026, 14:40:10 UTC. */
export const NOW_MS = Date.UTC(2026, 10, 23, 14, 40, 10);

/** An instant so many minutes before {@link NOW_MS}. */
export function minutesAgo(minutes: number): string {
  return new Date(NOW_MS - minutes * 60_000).toISOString();
}

/** A finding: the main branch is red. */
export function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    code: 'build-failed',
    status: 'failing',
    message: `main is red since ${minutesAgo(38)}: 3 in a row, first #638`,
    hint: 'It turned red with commit 3f9d2c1a0b by Ana Petrov. Read the console of #640',
    since: minutesAgo(38),
    impact: 'delivery',
    params: { job: 'shop/checkout', build: '640', commit: '3f9d2c1a0b' },
    links: [
      { title: 'Console of #640', url: 'https://jenkins.example.com/640/log' },
    ],
    fingerprint: 'checkout build-failed',
    ...over,
  };
}

/** A run that passed. */
export function aRun(
  number: number,
  over: Partial<PipelineRun> = {},
): PipelineRun {
  return {
    number,
    url: `https://jenkins.example.com/${number}/`,
    result: 'success',
    startedAt: NOW_MS - (641 - number) * 17 * 60_000,
    durationMs: (10 + (number % 5)) * 60_000,
    cause: 'Push to main',
    ...over,
  };
}

/** An aspect that is ok. */
export function anAspect(over: Partial<AspectStatus> = {}): AspectStatus {
  return {
    status: 'ok',
    since: minutesAgo(1_750),
    observedAt: minutesAgo(0.2),
    stale: false,
    summary: 'main #640 passed',
    findings: [],
    ...over,
  };
}

/** What Jenkins says of a job that is ok. */
export function anObservation(over: Partial<Observation> = {}): Observation {
  return {
    ...anAspect(),
    source: 'jenkins/main',
    subject: 'shop/checkout',
    aspect: 'pipelines',
    production: true,
    links: [
      { title: 'Jenkins job', url: 'https://jenkins.example.com/checkout' },
    ],
    explanation: {
      rule: 'The newest build that ended with SUCCESS, UNSTABLE or FAILURE decides',
      inputs: [{ name: 'Job', value: 'jenkins/main shop/checkout' }],
    },
    detail: { runs: [aRun(640), aRun(639), aRun(638)] },
    ...over,
  };
}

/** A service that is ok. */
export function aService(over: Partial<ServiceDetail> = {}): ServiceDetail {
  return {
    entityRef: 'component:default/checkout-api',
    name: 'checkout-api',
    owner: 'group:default/team-checkout',
    tags: [],
    status: 'ok',
    since: minutesAgo(1_750),
    stale: false,
    aspects: { pipelines: anAspect() },
    observations: [anObservation()],
    notApplicable: [],
    revision: 7,
    asOf: minutesAgo(0),
    ...over,
  };
}

/** The same service, its main branch red. */
export function aFailingService(
  over: Partial<ServiceDetail> = {},
): ServiceDetail {
  const finding = aFinding();
  const failing = {
    status: 'failing',
    since: minutesAgo(38),
    summary: 'main #640 failed',
    findings: [finding],
  } as const;
  return aService({
    status: 'failing',
    since: minutesAgo(38),
    why: finding.message,
    whySource: 'jenkins/main',
    impact: 'delivery',
    lastChange: {
      key: 'shop/checkout#638',
      kind: 'build',
      at: minutesAgo(42),
      title: 'Cache the price list',
      actor: 'Ana Petrov',
      url: 'https://jenkins.example.com/638/',
    },
    aspects: { pipelines: anAspect({ ...failing, findings: [finding] }) },
    observations: [
      anObservation({
        ...failing,
        findings: [finding],
        explanation: {
          rule: 'The newest build that ended with SUCCESS, UNSTABLE or FAILURE decides; it ended with FAILURE',
          threshold: 'some build within 14 d, else it is a warning',
          inputs: [
            { name: 'Job', value: 'jenkins/main shop/checkout' },
            { name: 'Newest completed build', value: '#640 FAILURE' },
            { name: 'Ended', value: minutesAgo(5) },
          ],
          clears: 'with the next build that ends with SUCCESS',
        },
      }),
    ],
    ...over,
  });
}

/** A source that answers. */
export function aSource(over: Partial<SourceHealth> = {}): SourceHealth {
  const name = over.name ?? 'main';
  return {
    source: `jenkins/${name}`,
    type: 'jenkins',
    name,
    state: 'ok',
    lastGoodAt: minutesAgo(0.2),
    intervalSeconds: 30,
    calls: 118,
    bytes: 1_000,
    latencyMs: 96,
    services: 38,
    staleServices: 0,
    production: true,
    findings: [],
    ...over,
  };
}
