import type { Found, JobSubject } from './Found';
import type { Sighting } from './Sighting';

/** What became of looking for a subject. */
export type Looked =
  | {
      readonly of: JobSubject;
      readonly found: Found;
      readonly sighting?: never;
    }
  | {
      readonly of: JobSubject;
      readonly found?: never;
      readonly sighting: Exclude<Sighting, { kind: 'found' }>;
    };
