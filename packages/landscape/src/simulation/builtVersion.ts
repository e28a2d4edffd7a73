import { jobReference } from '../company/model';
import type { Service } from '../company/model';
import { hashOf } from '../company/Random';
import type { JenkinsEstate } from './JenkinsEstate';

const MINORS_COUNT = 9;
const DECIDING_BRANCHES = ['main', 'master', 'trunk', 'develop'];

/** `1.4.812`: of the newest build of a service's first job that succeeded by then. */
export function builtVersion(options: {
  service: Service;
  at: number;
  estate: JenkinsEstate;
  /** Otherwise that of some build, without working out what was built. */
  exact: boolean;
}): string {
  const { service, at, estate, exact } = options;
  const release = `1.${hashOf(service.name) % MINORS_COUNT}`;
  const [plan] = service.jobs;
  if (!plan) {
    return `${release}.0`;
  }
  const deciding = plan.branches?.find(({ name }) =>
    DECIDING_BRANCHES.includes(name),
  );
  if (!exact) {
    const traits = deciding?.traits ?? plan.traits;
    return `${release}.${traits?.firstNumber ?? 0}`;
  }
  const build = estate
    .find(jobReference(plan))
    .history(deciding?.name)
    .buildsAt(at)
    .find(({ result }) => result === 'SUCCESS');
  return `${release}.${build?.number ?? 0}`;
}
