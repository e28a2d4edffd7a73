import {
  combineVerdicts,
  fromInstant,
  jobForbidden,
  jobNotFound,
  jobUndecided,
  judgePipeline,
  unknownVerdict,
  worstVerdict,
  type Link,
  type NamedJob,
  type PipelineFacts,
  type PipelineThresholds,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type { SubjectObservation } from '@callboard/plugin-callboard-node';
import { jobSegments } from '../api/jobPath';
import { changesOf } from './changesOf';
import { detailOf } from './detailOf';
import type { DecidingJob, Found, JobSubject } from './Found';
import type { Sighting } from './Sighting';

/** What became of looking for a job that is not there, or that we cannot read. */
type Absence = Extract<Sighting, { kind: 'missing' | 'forbidden' | 'broken' }>;

/** A job that decides, with what the rules look at. */
export interface KnownJob extends DecidingJob {
  readonly facts: PipelineFacts;
}

/** A job that decides, with what the rules say. */
export interface JudgedJob extends KnownJob {
  readonly verdict: Verdict;
}

interface JobObserverOptions {
  /** `main` of `jenkins/main`. */
  readonly instance: string;
  readonly now: number;
  readonly thresholds: PipelineThresholds;
  readonly queueStuckOnSource: boolean;
}

/** Turns what was seen of a job into an observation. */
export class JobObserver {
  readonly #options: JobObserverOptions;

  static create(options: JobObserverOptions): JobObserver {
    return new JobObserver(options);
  }

  private constructor(options: JobObserverOptions) {
    this.#options = options;
  }

  /** A job that is there. */
  found(found: Found, jobs: readonly KnownJob[]): SubjectObservation {
    const { of, undecided, jobUrl } = found;
    const judged = jobs.map((job): JudgedJob => {
      const verdict = judgePipeline(job.facts, this.#options);
      return { ...job, verdict };
    });
    const verdicts = judged.map(({ verdict }) => verdict);
    const worst = worstVerdict(verdicts);
    const decisive = judged.find(({ verdict }) => verdict === worst);
    const parts = [
      ...verdicts,
      ...undecided.map(each =>
        jobUndecided({ ...this.#named(of), undecided: each }),
      ),
    ];
    return {
      subjectId: of.subject.id,
      verdict:
        combineVerdicts(parts, { noun: 'jobs' }) ??
        this.#verdictOn(of, { kind: 'broken' }),
      links: linksOf(decisive?.record.jobUrl ?? jobUrl, jobUrl),
      detail: detailOf(found, { judged, decisive }),
      changes: judged.flatMap(({ record, name, verdict }) =>
        changesOf(record, {
          label: name,
          since: fromInstant(verdict.badSince ?? verdict.since),
        }),
      ),
    };
  }

  /** A job that is not there, or that we cannot read. */
  absent(of: JobSubject, absence: Absence): SubjectObservation {
    return {
      subjectId: of.subject.id,
      verdict: this.#verdictOn(of, absence),
      links: [],
      detail: {},
    };
  }

  #verdictOn(of: JobSubject, absence: Absence): Verdict {
    const named = this.#named(of);
    const { instance, job } = named;
    switch (absence.kind) {
      case 'missing':
        return jobNotFound({
          ...named,
          path: `/${jobSegments(of.spec.path).join('/')}`,
          near: absence.near,
        });
      case 'forbidden':
        return jobForbidden({ ...named, permission: 'Job/Read' });
      default:
        return unknownVerdict({
          reason: 'no-data',
          message: `What Jenkins ${instance} tells of ${job} cannot be read`,
          hint: `See whether a plugin changes the remote API of Jenkins ${instance}`,
          params: { job, instance },
          clears: 'when Jenkins tells of the job in its usual form',
        });
    }
  }

  #named({ subject, spec }: JobSubject): NamedJob {
    return {
      system: 'Jenkins',
      instance: this.#options.instance,
      job: subject.key,
      annotation: spec.annotation,
      value: spec.value,
    };
  }
}

/** Made from the configured base URL and from names, so that there is nothing to check. */
function linksOf(decidingUrl: string, jobUrl: string): readonly Link[] {
  const job = { title: 'Jenkins job', url: decidingUrl };
  return decidingUrl === jobUrl
    ? [job]
    : [job, { title: 'Jenkins project', url: jobUrl }];
}
