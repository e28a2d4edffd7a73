import type {
  FindingSnapshot,
  Run,
  RunOutcome,
  StepChange,
} from '@callboard/plugin-runbooks-common';
import type { ReadScope } from '../access/ReadScope';
import type { Page, PagePart } from './RunbookStore';

/** A run that begins. */
export interface NewRun {
  readonly id: string;
  readonly runbookId: string;
  readonly runbookVersion: number;
  readonly title: string;
  readonly entityRef: string;
  readonly dryRun: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly finding?: FindingSnapshot;
  readonly steps: readonly { readonly n: number; readonly title: string }[];
  readonly startedBy: string;
}

/** Which runs. */
export interface RunFilter {
  readonly runbookId?: string;
  readonly entityRef?: string;
  readonly active?: boolean;
}

/** How a run ends. */
export interface RunEnd {
  readonly id: string;
  readonly outcome?: RunOutcome;
  readonly note?: string;
  readonly findingAfter?: FindingSnapshot;
  readonly by: string;
}

/** Keeps runs for ever. */
export interface RunStore {
  /** Begins a run, or answers with the one that has its id already, whatever that is. */
  start(run: NewRun): Promise<Run>;

  find(id: string): Promise<Run | undefined>;

  /** Newest first, without evidence. */
  page(
    query: PagePart & { readonly filter: RunFilter },
    scope: ReadScope,
  ): Promise<Omit<Page<Run>, 'total'>>;

  /**
   * Changes a step, once where the change has an id, and not at all where everything is there
   * already. Throws a ConflictError where the run is over or something was changed that the caller
   * had not seen, a NotFoundError where it has no such step.
   */
  changeStep(options: {
    readonly id: string;
    readonly n: number;
    readonly change: StepChange;
    readonly by: string;
  }): Promise<Run>;

  /**
   * Ends a run, and counts for its runbook what it says about it. `verifies` judges the run as it
   * ended. Throws a ConflictError where it is over already.
   */
  finish(end: RunEnd, verifies: (run: Run) => boolean): Promise<Run>;
}
