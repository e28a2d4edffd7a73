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
}): string {
  const { service, at, estate } = options;
  const release = `1.${hashOf(service.name) % MINORS_COUNT}`;
  const [plan] = service.jobs;
  if (!plan) {
    return `${release}.0`;
  }
  const branch = plan.branches?.find(({ name }) =>
    DECIDING_BRANCHES.includes(name),
  )?.name;
  const build = estate
    .find(jobReference(plan))
    .history(branch)
    .buildsAt(at)
    .find(({ result }) => result === 'SUCCESS');
  return `${release}.${build?.number ?? 0}`;
}
