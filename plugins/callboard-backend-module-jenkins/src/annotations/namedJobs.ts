import { DEFAULT_INSTANCE } from '../config/JenkinsInstance';
import {
  JENKINS_GITHUB_FOLDER_ANNOTATION,
  JENKINS_JOB_FULL_NAME_ANNOTATION,
} from '@callboard/plugin-callboard-common';
import { parseJobName, parseJobNames, type JobName } from './parseJobNames';

/** Most jobs that one service can name; more than that is no list that a person wrote. */
const MAX_JOBS_COUNT = 100;

/** The jobs that an entity names, and the annotation it names them with. */
export interface NamedJobs {
  readonly annotation: string;
  readonly jobs: readonly JobName[];
}

/**
 * The jobs that annotations name; undefined where they name none, because there is no such
 * annotation. As in the stock plugin the older annotation wins and holds a single job.
 */
export function namedJobs(
  annotations: Readonly<Record<string, string>>,
): NamedJobs | undefined {
  const older = annotations[JENKINS_GITHUB_FOLDER_ANNOTATION];
  const value = annotations[JENKINS_JOB_FULL_NAME_ANNOTATION];
  if (older) {
    return {
      annotation: JENKINS_GITHUB_FOLDER_ANNOTATION,
      jobs: [parseJobName(older)],
    };
  }
  if (value !== undefined) {
    return {
      annotation: JENKINS_JOB_FULL_NAME_ANNOTATION,
      jobs: jobsOf(value),
    };
  }
  return older === undefined
    ? undefined
    : {
        annotation: JENKINS_GITHUB_FOLDER_ANNOTATION,
        jobs: [parseJobName(older)],
      };
}

function jobsOf(value: string): readonly JobName[] {
  const jobs = parseJobNames(value);
  if (jobs.length === 0) {
    return [
      {
        text: value,
        instance: DEFAULT_INSTANCE,
        problem: value.trim() === '' ? 'it is empty' : 'it holds only commas',
      },
    ];
  }
  return jobs.length <= MAX_JOBS_COUNT
    ? jobs
    : [
        ...jobs.slice(0, MAX_JOBS_COUNT),
        {
          text: value,
          instance: DEFAULT_INSTANCE,
          problem: `it names ${jobs.length} jobs, more than the ${MAX_JOBS_COUNT} that are looked at`,
        },
      ];
}
