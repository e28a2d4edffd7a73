import {
  unknownVerdict,
  type UnknownReason,
} from '@callboard/plugin-callboard-common';
import type { ResolutionProblem } from '@callboard/plugin-callboard-node';
import { OVERRIDE_BASE_URL_ANNOTATION } from './annotations';
import type { JobName } from './parseJobNames';
import { shorten } from './shorten';

/** Longest name of an instance that is shown as it is. */
const MAX_INSTANCE_LENGTH_COUNT = 60;

/** A value that cannot be the full name of a job. */
export function invalidName(options: {
  annotation: string;
  job: Extract<JobName, { problem: string }>;
}): ResolutionProblem {
  const { annotation, job } = options;
  return problem({
    job,
    reason: 'not-found',
    annotation,
    message: `${annotation} names no job: ${job.problem}`,
    hint: `Write [instance:]folder/job in ${annotation} instead of '${shorten(
      job.text,
    )}' (instance ${instanceOf(job)})`,
  });
}

/** A job on an instance that nobody configured. */
export function notConfigured(options: {
  annotation: string;
  job: JobName;
  configured: readonly string[];
}): ResolutionProblem {
  const { annotation, job, configured } = options;
  const instance = instanceOf(job);
  return problem({
    job,
    reason: 'not-configured',
    annotation,
    message: `No Jenkins instance '${instance}' is configured`,
    hint: `${annotation} '${shorten(
      job.text,
    )}' means the instance '${instance}'; ${known(
      configured,
    )}. Correct the prefix before the colon, or add the instance to jenkins.instances`,
  });
}

/** An address that an entity names and nobody configured. */
export function overrideNotFollowed(options: {
  override: string;
  job: JobName;
  configured: readonly string[];
}): ResolutionProblem {
  const { override, job, configured } = options;
  return problem({
    job,
    reason: 'not-configured',
    annotation: OVERRIDE_BASE_URL_ANNOTATION,
    message: `No Jenkins instance is configured at the address in ${OVERRIDE_BASE_URL_ANNOTATION}`,
    hint: `'${shorten(
      override,
    )}' is not asked, because credentials go to configured instances only; add it to jenkins.instances (instance ${instanceOf(
      job,
    )}; ${known(configured)})`,
  });
}

function known(configured: readonly string[]): string {
  return configured.length > 0
    ? `configured: ${configured.join(', ')}`
    : 'no instance is configured';
}

function instanceOf(job: JobName): string {
  return shorten(job.instance, MAX_INSTANCE_LENGTH_COUNT);
}

function problem(options: {
  job: JobName;
  reason: UnknownReason;
  annotation: string;
  message: string;
  hint: string;
}): ResolutionProblem {
  const { job, reason, annotation, message, hint } = options;
  const instance = instanceOf(job);
  const value = shorten(job.text);
  return {
    source: `jenkins/${instance.replaceAll('/', '\ufffd')}`,
    aspect: 'pipelines',
    key: value || '(empty)',
    verdict: unknownVerdict({
      reason,
      message,
      hint,
      params: { annotation, value, instance },
    }),
  };
}
