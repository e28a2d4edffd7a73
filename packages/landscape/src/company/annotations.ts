import type { CastMember } from './cast';
import { jobReference } from './model';
import type { JobPlan } from './model';

const JOB_FULL_NAME = 'jenkins.io/job-full-name';
const GITHUB_FOLDER = 'jenkins.io/github-folder';
const DEFAULT_BRANCH = 'callboard.io/default-branch';
const CADENCE = 'callboard.io/pipeline-cadence';
const NOT_APPLICABLE = 'callboard.io/not-applicable';

/** Values that no job can have and people write all the same. */
const HOSTILE_VALUES = [
  'main:platform/../../script',
  'main://evil.example/job/x',
  'main:platform/"quoted" 🎭%2Fjob',
];

/** `main:payments/gift-cards` without the hyphen of its last part. */
function misspelt(reference: string): string {
  const cut = reference.lastIndexOf('/');
  return reference.slice(0, cut) + reference.slice(cut).replace('-', '');
}

/** What the catalog says of a service's jobs, rightly or wrongly. */
export function jobAnnotations(options: {
  member: CastMember;
  jobs: readonly JobPlan[];
  /** Decides which of the wrong values it is, where there are several. */
  turn: number;
}): Readonly<Record<string, string>> {
  const { member, jobs, turn } = options;
  const names = jobs.map(jobReference);
  switch (member.role) {
    case 'unconnected':
      return {};
    case 'waived':
      return { [NOT_APPLICABLE]: 'pipelines' };
    case 'near-name':
      return { [JOB_FULL_NAME]: misspelt(names[0]) };
    case 'unknown-instance':
      return { [JOB_FULL_NAME]: names[0].replace(/^main:/, 'legacy:') };
    case 'hostile':
      return { [JOB_FULL_NAME]: HOSTILE_VALUES[turn % HOSTILE_VALUES.length] };
    case 'github-folder':
      return { [GITHUB_FOLDER]: names[0] };
    case 'default-branch':
      return { [JOB_FULL_NAME]: names[0], [DEFAULT_BRANCH]: 'develop' };
    case 'whole-folder': {
      const { instance, folder } = jobs[0];
      return { [JOB_FULL_NAME]: `${instance}:${folder.join('/')}` };
    }
    default:
      return {
        [JOB_FULL_NAME]: names.join(','),
        ...(member.temper === 'nightly' || member.temper === 'missed'
          ? { [CADENCE]: 'P1D' }
          : {}),
      };
  }
}
