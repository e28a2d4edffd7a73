import type { JsonObject } from '@backstage/types';
import {
  jobForbidden,
  jobNotFound,
  jobUndecided,
  judgePipeline,
  safeLinks,
  unknownVerdict,
  type NamedJob,
  type PipelineFacts,
  type PipelineThresholds,
  type UndecidedJobs,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type {
  Subject,
  SubjectObservation,
} from '@callboard/plugin-callboard-node';
import type { JobSpec } from '../annotations/JobSubject';
import type { JenkinsApi } from '../api/JenkinsApi';
import { jobSegments } from '../api/jobPath';
import type { JobRecord } from '../facts/JobRecord';
import { changesOf } from './changesOf';
import { composeVerdicts, worstVerdict } from './composeVerdicts';
import type { DecidingJob } from './decide';
import { detailOf } from './detailOf';
import type { JenkinsClock } from './JenkinsClock';
import type { JobNode } from './JobNode';
import type { Sighting } from './Sighting';

/** A job that decides, with everything that is known of it. */
export interface KnownJob {
  readonly job: DecidingJob;
  readonly record: JobRecord;
  readonly facts: PipelineFacts;
}

/** What was found for a subject that is there. */
export interface Found {
  readonly node: JobNode;
  readonly clock: JenkinsClock;
  readonly jobs: readonly KnownJob[];
  readonly undecided: readonly UndecidedJobs[];
}

/** A subject with what its entity says of it. */
export interface JobSubject {
  readonly subject: Subject;
  readonly spec: JobSpec;
}

/** Turns what was seen of a job into an observation. */
export class JobObserver {
  readonly #instance: string;
  readonly #api: JenkinsApi;
  readonly #now: number;
  readonly #thresholds: PipelineThresholds;
  readonly #queueStuckOnSource: boolean;

  static create(options: {
    instance: string;
    api: JenkinsApi;
    now: number;
    thresholds: PipelineThresholds;
    queueStuckOnSource: boolean;
  }): JobObserver {
    return new JobObserver(options);
  }

  private constructor(options: {
    instance: string;
    api: JenkinsApi;
    now: number;
    thresholds: PipelineThresholds;
    queueStuckOnSource: boolean;
  }) {
    this.#instance = options.instance;
    this.#api = options.api;
    this.#now = options.now;
    this.#thresholds = options.thresholds;
    this.#queueStuckOnSource = options.queueStuckOnSource;
  }

  /** A job that is there. */
  found(of: JobSubject, found: Found): SubjectObservation {
    const judged = found.jobs.map(known => ({
      ...known,
      verdict: judgePipeline(known.facts, {
        now: this.#now,
        thresholds: this.#thresholds,
        queueStuckOnSource: this.#queueStuckOnSource,
      }),
    }));
    const undecided = found.undecided.map(each =>
      jobUndecided({ ...this.#named(of), undecided: each }),
    );
    const verdicts = [...judged.map(({ verdict }) => verdict), ...undecided];
    const worst =
      judged.length > 0
        ? worstVerdict(judged.map(({ verdict }) => verdict))
        : undefined;
    const decisive = judged.find(({ verdict }) => verdict === worst);
    const jobUrl = this.#api.pageUrl(found.node.path);
    return {
      subjectId: of.subject.id,
      verdict: composeVerdicts(verdicts),
      links: safeLinks([
        { title: 'Jenkins job', url: decisive?.record.jobUrl ?? jobUrl },
        { title: 'Jenkins project', url: jobUrl },
      ]),
      detail: detailOf({ ...found, jobUrl, judged, decisive }),
      changes: judged.flatMap(({ record, job }) =>
        changesOf(record, { label: job.name }),
      ),
    };
  }

  /** A job that is not there, or that we cannot read. */
  absent(
    of: JobSubject,
    sighting: Extract<Sighting, { kind: 'missing' | 'forbidden' | 'broken' }>,
  ): SubjectObservation {
    return {
      subjectId: of.subject.id,
      verdict: this.#verdictOn(of, sighting),
      links: [],
      detail: {} satisfies JsonObject,
    };
  }

  #verdictOn(
    of: JobSubject,
    sighting: Extract<Sighting, { kind: 'missing' | 'forbidden' | 'broken' }>,
  ): Verdict {
    const named = this.#named(of);
    switch (sighting.kind) {
      case 'missing':
        return jobNotFound({
          ...named,
          path: `/${jobSegments(of.spec.path).join('/')}`,
          near: sighting.near,
        });
      case 'forbidden':
        return jobForbidden({ ...named, permission: 'Job/Read' });
      default:
        return unknownVerdict({
          reason: 'no-data',
          message: `Jenkins ${this.#instance} tells of ${
            named.job
          } what cannot be read`,
          hint: 'See whether a plugin of Jenkins changes its remote API',
          params: { job: named.job, instance: this.#instance },
        });
    }
  }

  #named({ subject, spec }: JobSubject): NamedJob {
    return {
      system: 'Jenkins',
      instance: this.#instance,
      job: subject.key,
      annotation: spec.annotation,
      value: spec.value,
    };
  }
}
