import { templateHash } from './naming';
import type { TemplateState, Trouble } from './states';
import type { WorkloadPlan } from './Workload';

const REGISTRY = 'registry.fernway.example';
const TOO_MUCH_CPU_MILLIS = 64_000;

/** The pod template of a plan in some version. */
export function templateOf(options: {
  plan: WorkloadPlan;
  version: string;
  /** Tells revisions apart that differ in nothing else. */
  revision: number;
  trouble?: Trouble;
}): TemplateState {
  const { plan, version, revision, trouble } = options;
  const { kind, name, cpuMillis = 100, memoryMebibytes = 256 } = plan;
  const image = `${REGISTRY}/${plan.image}:${version}`;
  return {
    hash: templateHash(`${plan.namespace}/${name}/${image}/${revision}`),
    labels: plan.labels,
    container: plan.image.replace(/^.*\//, ''),
    image,
    port: kind === 'CronJob' ? undefined : plan.port ?? 8080,
    cpuMillis: trouble === 'unschedulable' ? TOO_MUCH_CPU_MILLIS : cpuMillis,
    memoryMebibytes,
    init: plan.init
      ? {
          name: 'migrate',
          image: `${REGISTRY}/${plan.image}-migrate:${version}`,
        }
      : undefined,
    claims: plan.storage ? ['data'] : undefined,
    restartPolicy: kind === 'CronJob' ? 'Never' : 'Always',
    trouble,
  };
}
