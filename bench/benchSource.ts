import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Aspect, Verdict } from '@callboard/plugin-callboard-common';
import {
  callboardSourcesExtensionPoint,
  type StatusSource,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';

const ASPECTS: readonly Aspect[] = [
  'pipelines',
  'kubernetes',
  'alerts',
  'ownership',
  'runbooks',
];

function verdictOf(index: number, aspect: Aspect): Verdict {
  const bad = (index * 7 + aspect.length) % 20;
  const status = bad === 0 ? 'failing' : bad < 3 ? 'warning' : 'ok';
  const since = new Date(
    Date.UTC(2026, 0, 1) + ((index * 7919) % 10_000_000) * 1000,
  ).toISOString();
  return {
    status,
    since,
    summary: `${aspect} of ${index}`,
    findings:
      status === 'ok'
        ? []
        : [
            {
              code: `bench-${status}`,
              status,
              message: `${aspect} of service ${index} is ${status} since its last change`,
              hint: 'Look at the last change',
              since,
              impact: 'live',
              params: { service: `${index}`, namespace: 'bench' },
              links: [{ title: 'Page', url: 'https://bench.example/page' }],
            },
          ],
    explanation: {
      rule: 'A rule',
      inputs: [{ name: 'index', value: `${index}` }],
    },
  };
}

const source: StatusSource = {
  type: 'bench',
  name: 'main',
  intervalMs: 3_600_000,
  deadlineMs: 10_000,
  usage: () => ({ calls: 0, bytes: 0, totalLatencyMs: 0 }),
  observe: async ({ subjects }) => ({
    observations: subjects.map(({ id, spec, aspect }) => ({
      subjectId: id,
      verdict: verdictOf(Number(spec.index), aspect),
      links: [],
      detail: {},
    })),
  }),
};

const provider: StatusSourceProvider = {
  type: 'bench',
  sources: [source],
  resolve(entity) {
    const name = entity.metadata.annotations?.['bench.example/name'];
    if (!name) return { subjects: [], problems: [] };
    return {
      subjects: ASPECTS.map(aspect => ({
        source: 'bench/main',
        aspect,
        key: name,
        spec: { index: Number(name.slice(-5)) },
      })),
      problems: [],
    };
  },
};

/** A source that observes five aspects of every component at once. */
export const benchSourceModule = createBackendModule({
  pluginId: 'callboard',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: { sources: callboardSourcesExtensionPoint },
      async init({ sources }) {
        sources.addProvider(provider);
      },
    });
  },
});
