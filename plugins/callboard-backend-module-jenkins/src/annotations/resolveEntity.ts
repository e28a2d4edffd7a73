import type { Entity } from '@backstage/catalog-model';
import type {
  Resolution,
  ResolutionProblem,
  SubjectDraft,
} from '@callboard/plugin-callboard-node';
import type { JenkinsInstance } from '../config/JenkinsInstance';
import { fullName } from '../api/jobPath';
import { OVERRIDE_BASE_URL_ANNOTATION } from './annotations';
import { shardOf, type JobSpec } from './JobSubject';
import { namedJobs } from './namedJobs';
import type { JobName } from './parseJobNames';
import {
  invalidName,
  notConfigured,
  overrideNotFollowed,
} from './resolutionProblems';
import { serviceHints } from './serviceHints';
import { shorten } from './shorten';

type ParsedJobName = Extract<JobName, { path: readonly string[] }>;

/** What an entity's annotations name in the configured instances. */
export function resolveEntity(
  entity: Entity,
  instances: readonly JenkinsInstance[],
): Resolution {
  const annotations = entity.metadata.annotations ?? {};
  const named = namedJobs(annotations);
  if (!named) {
    return { subjects: [], problems: [] };
  }
  const { annotation } = named;
  const configured = instances.map(({ name }) => name);
  const override = annotations[OVERRIDE_BASE_URL_ANNOTATION];
  const hints = serviceHints(annotations);
  const subjects = new Map<string, SubjectDraft>();
  const problems = new Map<string, ResolutionProblem>();
  for (const job of named.jobs) {
    const instance = override
      ? instanceAt(override, instances)
      : instances.find(({ name }) => name === job.instance);
    const problem = (() => {
      if ('problem' in job) {
        return invalidName({ annotation, job });
      }
      if (instance) {
        return undefined;
      }
      return override
        ? overrideNotFollowed({ override, job, configured })
        : notConfigured({ annotation, job, configured });
    })();
    if (problem) {
      problems.set(`${problem.source} ${problem.key}`, problem);
    } else if (instance && 'path' in job) {
      const subject = subjectOf({ annotation, job, instance, hints });
      subjects.set(`${subject.source} ${subject.key}`, subject);
    }
  }
  return {
    subjects: [...subjects.values()],
    problems: [...problems.values()],
  };
}

function subjectOf(options: {
  annotation: string;
  job: ParsedJobName;
  instance: JenkinsInstance;
  hints: Pick<JobSpec, 'defaultBranch' | 'cadenceMs'>;
}): SubjectDraft {
  const { annotation, job, instance, hints } = options;
  return {
    source: `jenkins/${instance.name}`,
    aspect: 'pipelines',
    key: fullName(job.path),
    shard: shardOf(job.path),
    spec: {
      path: [...job.path],
      annotation,
      value: shorten(job.text),
      ...hints,
    },
  };
}

/**
 * The configured instance at an address. The stock plugin sends its credentials to whatever address
 * an entity names, if a pattern allows it; we never go anywhere that is not configured.
 */
function instanceAt(
  override: string,
  instances: readonly JenkinsInstance[],
): JenkinsInstance | undefined {
  const normal = (url: string) =>
    URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : undefined;
  const wanted = normal(override);
  return instances.find(
    ({ access }) => wanted !== undefined && normal(access.baseUrl) === wanted,
  );
}
