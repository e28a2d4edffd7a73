import {
  PIPELINE_CADENCE_ANNOTATION,
  plainText,
  unknownVerdict,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type { ResolutionProblem } from '@callboard/plugin-callboard-node';
import { OVERRIDE_BASE_URL_ANNOTATION } from './overrideBaseUrl';
import type { JobName } from './parseJobNames';

/** Longest name of an instance that is shown as it is. */
const MAX_INSTANCE_LENGTH_COUNT = 60;

/** A value that cannot be the full name of a job. */
export function invalidName(options: {
  annotation: string;
  job: Extract<JobName, { problem: string }>;
}): ResolutionProblem {
  const { annotation, job } = options;
  const value = plainText(job.text);
  const instance = instanceOf(job);
  return problemOf(
    job,
    unknownVerdict({
      reason: 'not-found',
      message: `${annotation} names no job: ${job.problem}`,
      hint: `Write [instance:]folder/job instead of ${annotation}: ${value} (instance ${instance})`,
      params: { annotation, value, instance },
      clears: 'when the entity names a job',
    }),
  );
}

/** A job on an instance that nobody configured. */
export function notConfigured(options: {
  annotation: string;
  job: JobName;
  configured: readonly string[];
}): ResolutionProblem {
  const { annotation, job, configured } = options;
  const value = plainText(job.text);
  const instance = instanceOf(job);
  return problemOf(
    job,
    unknownVerdict({
      reason: 'not-configured',
      message: `No Jenkins instance called ${instance} is configured`,
      hint: `Correct the instance in ${annotation}: ${value}, or add ${instance} to jenkins.instances (${known(
        configured,
      )})`,
      params: { annotation, value, instance },
      clears:
        'when the instance is configured, or the entity names another one',
    }),
  );
}

/** An address that an entity names and nobody configured. */
export function overrideNotFollowed(options: {
  override: string;
  job: JobName;
  configured: readonly string[];
}): ResolutionProblem {
  const { override, job, configured } = options;
  const value = plainText(override);
  const instance = instanceOf(job);
  return problemOf(
    job,
    unknownVerdict({
      reason: 'not-configured',
      message: `No Jenkins instance is configured at the address in ${OVERRIDE_BASE_URL_ANNOTATION}`,
      hint: `Add ${value} to jenkins.instances, or remove ${OVERRIDE_BASE_URL_ANNOTATION}: credentials go to configured instances only (instance ${instance}; ${known(
        configured,
      )})`,
      params: { annotation: OVERRIDE_BASE_URL_ANNOTATION, value, instance },
      clears: 'when an instance with this address is configured',
    }),
  );
}

/** A cadence that is no duration, or one that nothing is built at. */
export function invalidCadence(options: {
  value: string;
  /** `jenkins/main` */
  source: string;
}): ResolutionProblem {
  const annotation = PIPELINE_CADENCE_ANNOTATION;
  const value = plainText(options.value);
  return {
    source: options.source,
    aspect: 'pipelines',
    key: `${annotation}: ${value}`,
    verdict: unknownVerdict({
      reason: 'ambiguous',
      message: `${annotation} says no duration, so it is not clear when a run is missed`,
      hint: `Write a duration between a minute and a year, like 24h or P1D, instead of ${annotation}: ${value}`,
      params: { annotation, value },
      clears: 'when the entity says a duration, or nothing',
    }),
  };
}

function known(configured: readonly string[]): string {
  return configured.length > 0
    ? `configured: ${configured.join(', ')}`
    : 'none is configured';
}

function instanceOf(job: JobName): string {
  return plainText(job.instance, MAX_INSTANCE_LENGTH_COUNT) || '?';
}

function problemOf(job: JobName, verdict: Verdict): ResolutionProblem {
  return {
    source: `jenkins/${instanceOf(job)}`,
    aspect: 'pipelines',
    key: plainText(job.text) || '(empty)',
    verdict,
  };
}
