import { Verdict } from '../../words';
import { plainText } from '../plainText';
import { unknownVerdict } from '../unknownVerdict';
import { UndecidedJobs } from './chooseDecidingJobs';

/** A job as an entity names it. @public */
export interface NamedJob {
  /** What people call the system: `Jenkins`. */
  readonly system: string;
  /** Name of the instance: `main`. */
  readonly instance: string;
  /** Full name of the job: `shop/checkout`. */
  readonly job: string;
  /** The annotation that names it, and its value. */
  readonly annotation: string;
  readonly value: string;
}

/** The system shows no such job. @public */
export function jobNotFound(
  named: NamedJob & {
    /** The path that was asked for. */
    readonly path?: string;
    readonly near?: readonly string[];
  },
): Verdict {
  const { path, near = [] } = named;
  const asked = path ? `, asked as ${plainText(path, 200)}` : '';
  const nearWords =
    near.length > 0
      ? `; near: ${near.map(name => plainText(name)).join(', ')}`
      : '';
  return unknownVerdict({
    reason: 'not-found',
    message: `${systemOf(named)} shows no job ${jobOf(named)} to us`,
    hint: `Correct ${entryOf(named)} (instance ${instanceOf(
      named,
    )}${asked}), or let us read the job${nearWords}`,
    params: { ...paramsOf(named), ...suggestionOf(named, near) },
    clears: 'when the job is there, or the entity names another one',
  });
}

/** The system has the job and does not let us read it. @public */
export function jobForbidden(
  named: NamedJob & {
    /** The permission that is missing: `Job/Read`. */
    readonly permission: string;
  },
): Verdict {
  return unknownVerdict({
    reason: 'forbidden',
    message: `We may not read ${jobOf(named)}`,
    hint: `Give our user of ${systemOf(named)} the permission ${
      named.permission
    } on ${jobOf(named)}, which ${entryOf(named)} names`,
    params: paramsOf(named),
    clears: 'when we may read the job',
  });
}

/** Nobody configured the instance that the entity names. @public */
export function jobNotConfigured(
  named: NamedJob & {
    /** Names of the instances that are configured. */
    readonly configured: readonly string[];
  },
): Verdict {
  const known =
    named.configured.length > 0
      ? `configured: ${named.configured.join(', ')}`
      : 'none is configured';
  return unknownVerdict({
    reason: 'not-configured',
    message: `No ${named.system} instance called ${instanceOf(
      named,
    )} is configured`,
    hint: `Correct the instance in ${entryOf(
      named,
    )}, or add the instance ${instanceOf(named)} to the config (${known})`,
    params: paramsOf(named),
    clears: 'when the instance is configured, or the entity names another one',
  });
}

/** It is not clear which job decides. @public */
export function jobUndecided(
  named: NamedJob & { readonly undecided: UndecidedJobs },
): Verdict {
  const { reason, message, hint, near } = named.undecided;
  return unknownVerdict({
    reason,
    message,
    hint: `${hint} (${entryOf(named)} on instance ${instanceOf(named)})`,
    params: {
      ...paramsOf(named),
      job: plainText(named.undecided.job, 256),
      ...(reason === 'ambiguous' &&
        near.length > 0 && { branch: plainText(near[0], 256) }),
    },
    clears: 'when it is clear which job decides',
  });
}

function instanceOf({ instance }: NamedJob): string {
  return plainText(instance, 60);
}

function systemOf(named: NamedJob): string {
  return `${named.system} ${instanceOf(named)}`;
}

function jobOf({ job }: NamedJob): string {
  return plainText(job);
}

function entryOf({ annotation, value }: NamedJob): string {
  return `${annotation}: ${plainText(value)}`;
}

/** The value that names the nearest job; what was shortened cannot be mended in part. */
function suggestionOf(
  { job, value }: NamedJob,
  [nearest]: readonly string[],
): Record<string, string> {
  return nearest !== undefined && value.endsWith(job)
    ? { suggestion: plainText(value.slice(0, -job.length) + nearest, 256) }
    : {};
}

function paramsOf(named: NamedJob): Record<string, string> {
  return {
    job: plainText(named.job, 256),
    instance: instanceOf(named),
    annotation: named.annotation,
    value: plainText(named.value, 256),
  };
}
