import type { UndecidedJobs } from '@callboard/plugin-callboard-common';
import type { Subject } from '@callboard/plugin-callboard-node';
import type { JobSpec } from '../annotations/JobSubject';
import type { JobRecord } from '../facts/JobRecord';
import type { BranchSummary } from './branchesOf';
import type { JobKind } from './JobNode';

/** A subject with what its entity says of it. */
export interface JobSubject {
  readonly subject: Subject;
  readonly spec: JobSpec;
}

/** A job that decides about a subject. */
export interface DecidingJob {
  readonly record: JobRecord;
  /** What people call it: the branch, or the last part of its name. */
  readonly name: string;
  /** The project that it is a branch of. */
  readonly project?: string;
  readonly disabled: boolean;
}

/** What was found of a subject that is there, without Jenkins' answer itself. */
export interface Found {
  readonly of: JobSubject;
  readonly kind: JobKind;
  /** Page of what the entity names. */
  readonly jobUrl: string;
  readonly jobs: readonly DecidingJob[];
  readonly undecided: readonly UndecidedJobs[];
  /** Of a multibranch project. */
  readonly branches?: readonly BranchSummary[];
}
