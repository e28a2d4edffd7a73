import type { Entity } from '@backstage/catalog-model';
import {
  DEFAULT_BRANCH_ANNOTATION,
  PIPELINE_CADENCE_ANNOTATION,
  plainText,
} from '@callboard/plugin-callboard-common';
import {
  sourceId,
  type Resolution,
  type ResolutionProblem,
  type SubjectDraft,
} from '@callboard/plugin-callboard-node';
import type { JenkinsInstance } from '../config/JenkinsInstance';
import { fullName } from '../api/jobPath';
import { shardOf, type JobSpec } from './JobSubject';
import { namedJobs } from './namedJobs';
import { OVERRIDE_BASE_URL_ANNOTATION } from './overrideBaseUrl';
import type { JobName } from './parseJobNames';
import { readCadenceMs } from './readCadenceMs';
import {
  invalidCadence,
  invalidName,
  notConfigured,
  overrideNotFollowed,
} from './resolutionProblems';

/** No branch has so long a name, so what is cut off here is found to name none. */
const CUT_BRANCH_LENGTH_COUNT = 256;

type Annotations = Readonly<Record<string, string>>;

/** What an entity's annotations name in the configured instances. */
export function resolveEntity(
  entity: Entity,
  instances: readonly JenkinsInstance[],
): Resolution {
  const annotations = entity.metadata.annotations ?? {};
  const named = namedJobs(annotations);
  const subjects = new Map<string, SubjectDraft>();
  const problems = new Map<string, ResolutionProblem>();
  for (const job of named?.jobs ?? []) {
    const resolved = resolveJob(job, {
      annotation: named?.annotation ?? '',
      annotations,
      instances,
    });
    // The same job in two spellings is one subject.
    const key = `${resolved.source} ${resolved.key}`;
    if ('verdict' in resolved) {
      problems.set(key, resolved);
    } else {
      subjects.set(key, resolved);
    }
  }
  const [subject] = subjects.values();
  return {
    subjects: [...subjects.values()],
    problems: [
      ...problems.values(),
      ...(subject ? unreadableCadence(annotations, subject) : []),
    ],
  };
}

function resolveJob(
  job: JobName,
  options: {
    annotation: string;
    annotations: Annotations;
    instances: readonly JenkinsInstance[];
  },
): SubjectDraft | ResolutionProblem {
  const { annotation, annotations, instances } = options;
  if ('problem' in job) {
    return invalidName({ annotation, job });
  }
  const configured = instances.map(({ name }) => name);
  const override = annotations[OVERRIDE_BASE_URL_ANNOTATION];
  const instance = override
    ? instanceAt(override, instances)
    : instances.find(({ name }) => name === job.instance);
  if (!instance) {
    return override
      ? overrideNotFollowed({ override, job, configured })
      : notConfigured({ annotation, job, configured });
  }
  return {
    source: sourceId('jenkins', instance.name),
    aspect: 'pipelines',
    key: fullName(job.path),
    shard: shardOf(job.path),
    spec: {
      path: [...job.path],
      annotation,
      value: plainText(job.text),
      ...settingsOf(annotations),
    },
  };
}

/** What the entity says about all of its jobs. */
function settingsOf(
  annotations: Annotations,
): Pick<JobSpec, 'defaultBranch' | 'cadenceMs'> {
  const branch = annotations[DEFAULT_BRANCH_ANNOTATION]?.trim();
  const cadenceMs = readCadenceMs(annotations[PIPELINE_CADENCE_ANNOTATION]);
  return {
    ...(branch && { defaultBranch: branch.slice(0, CUT_BRANCH_LENGTH_COUNT) }),
    ...(cadenceMs ? { cadenceMs } : {}),
  };
}

/** A cadence that says nothing would never be missed, so that is said. */
function unreadableCadence(
  annotations: Annotations,
  { source }: SubjectDraft,
): readonly ResolutionProblem[] {
  const value = annotations[PIPELINE_CADENCE_ANNOTATION]?.trim();
  return value && readCadenceMs(value) === undefined
    ? [invalidCadence({ value, source })]
    : [];
}

/**
 * The configured instance at an address. The stock plugin sends its credentials to whatever address
 * an entity names, if a pattern allows it; we never go anywhere that is not configured.
 */
function instanceAt(
  override: string,
  instances: readonly JenkinsInstance[],
): JenkinsInstance | undefined {
  const wanted = normalUrl(override);
  return instances.find(
    ({ access }) =>
      wanted !== undefined && normalUrl(access.baseUrl) === wanted,
  );
}

function normalUrl(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : undefined;
}
