import { isSafeSegment } from '@callboard/plugin-callboard-node';
import { DEFAULT_INSTANCE } from '../config/JenkinsInstance';

/** One element of the annotation: a job on an instance, or why it is none. */
export type JobName =
  | {
      readonly text: string;
      readonly instance: string;
      /** Names from the root of Jenkins down, as Jenkins has them, not encoded. */
      readonly path: readonly string[];
    }
  | {
      readonly text: string;
      readonly instance: string;
      readonly problem: string;
    };

/** Longest full name of a job; the file systems under Jenkins end earlier. */
const MAX_NAME_LENGTH_COUNT = 1_000;

/** Most folders above a job. */
const MAX_DEPTH_COUNT = 20;

/**
 * The elements of `[instance:]folder/job[,[instance:]folder/job]`. As in the stock plugin a prefix
 * belongs to its own element only, and an element without one names a job of `default`. No name of
 * a Jenkins item can hold a colon, so the first one always ends the prefix.
 */
export function parseJobNames(value: string): readonly JobName[] {
  const elements = value
    .split(',')
    .map(element => element.trim())
    .filter(element => element !== '');
  return [...new Set(elements)].map(parseJobName);
}

/** One job, in a value that is not a list. */
export function parseJobName(text: string): JobName {
  const colon = text.indexOf(':');
  const instance =
    colon < 0
      ? DEFAULT_INSTANCE
      : text.slice(0, colon).trim() || DEFAULT_INSTANCE;
  if (/^https?:\/\//i.test(text)) {
    return {
      text,
      instance: DEFAULT_INSTANCE,
      problem: 'it is an address, not the full name of a job',
    };
  }
  const name = text.slice(colon + 1).trim();
  const path = name.replace(/^\//, '').replace(/\/$/, '').split('/');
  const problem = problemOf(name, path);
  return problem ? { text, instance, problem } : { text, instance, path };
}

function problemOf(name: string, path: readonly string[]): string | undefined {
  if (name === '') {
    return 'it is empty';
  }
  if (name.length > MAX_NAME_LENGTH_COUNT) {
    return `it has ${name.length} characters, more than the ${MAX_NAME_LENGTH_COUNT} that a name can have`;
  }
  if (path.length > MAX_DEPTH_COUNT) {
    return `it goes ${path.length} levels deep, more than ${MAX_DEPTH_COUNT}`;
  }
  if (path.some(segment => segment.trim() === '')) {
    return 'a part of it is empty';
  }
  if (!path.every(segment => isSafeSegment(segment))) {
    return 'a part of it cannot be the name of a job';
  }
  return undefined;
}
