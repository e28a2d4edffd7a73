import { isMaybeText, isNothing, isObject } from './json';

/** A run as a list of runs tells of it. */
export interface JenkinsBuild {
  readonly number: number;
  readonly result?: string | null;
  readonly building?: boolean | null;
  readonly timestamp: number;
  readonly duration?: number | null;
  /** Read when something is known to be in them: most say nothing, and there are many. */
  readonly actions?: readonly unknown[] | null;
}

/**
 * Whether these are runs, all of them. It says what the schema says of the newest run, but by hand
 * and without a copy, because there are twenty for every job: they are what Jenkins sent, and may
 * hold more that nobody has looked at.
 */
export function areBuilds(json: unknown): json is JenkinsBuild[] {
  return Array.isArray(json) && json.every(isBuild);
}

function isBuild(json: unknown): json is JenkinsBuild {
  if (!isObject(json)) {
    return false;
  }
  const { number, timestamp, result, building, duration, actions } = json;
  return (
    isCount(number) &&
    isCount(timestamp) &&
    isMaybeText(result) &&
    (isNothing(building) || typeof building === 'boolean') &&
    (isNothing(duration) || Number.isFinite(duration)) &&
    (isNothing(actions) || Array.isArray(actions))
  );
}

function isCount(json: unknown): boolean {
  return typeof json === 'number' && Number.isFinite(json) && json >= 0;
}
