import type {
  Run,
  RunbooksRequestOptions,
  RunFinish,
  RunStart,
  RunStep,
  StepChange,
} from '@callboard/plugin-runbooks-common';
import { aRefusal } from './FakeRunbookStore';

const ME = 'user:default/mira.okafor';

/** A run of two steps that goes on. */
export function aRun(change: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    runbookId: 'rb-1',
    runbookVersion: 7,
    title: 'Checkout out of memory',
    entityRef: 'component:default/checkout-api',
    dryRun: false,
    params: { cluster: 'prod-eu', namespace: 'shop' },
    steps: [
      { n: 1, title: 'Look', state: 'open' },
      { n: 2, title: 'Drain', state: 'open' },
    ],
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    startedBy: ME,
    revision: 1,
    ...change,
  };
}

/** How the network treats the next change. */
export type RunFault =
  /** It is made, and nobody hears of it. */
  | 'answer-lost'
  /** It hangs until whoever asked gives up. */
  | 'never-answered'
  | Error;

/** The runs of a backend, in which other people tick steps and the network fails. */
export class FakeRuns {
  run: Run;
  readonly started: RunStart[] = [];
  readonly reported: number[] = [];
  /** Changes of steps that arrived. */
  readonly changes: { readonly n: number; readonly change: StepChange }[] = [];
  /** Taken by the next changes, one each. */
  readonly faults: RunFault[] = [];
  /** Nothing arrives. */
  isDown = false;
  /** Who changed states and texts of steps last, and at which revisions. */
  readonly #last = new Map<string, { revision: number; by: string }>();
  readonly #takenIds = new Set<string>();

  constructor(run: Run = aRun()) {
    this.run = run;
  }

  async startRun(_: string, start: RunStart): Promise<Run> {
    this.started.push(start);
    return this.run;
  }

  async getRun(_?: string, __?: RunbooksRequestOptions): Promise<Run> {
    if (this.isDown) {
      throw new TypeError('Failed to fetch');
    }
    return this.run;
  }

  async changeStep(
    _: string,
    n: number,
    change: StepChange,
    options: RunbooksRequestOptions = {},
  ): Promise<Run> {
    return this.#answer(options, async () => {
      this.changes.push({ n, change });
      const { seen = this.run.revision, own = {}, id, agoMs, ...set } = change;
      const step = this.run.steps.find(one => one.n === n);
      if ((id && this.#takenIds.has(id)) || (step && isSet(step, set))) {
        return this.run;
      }
      if (this.run.finishedAt) {
        throw await aRefusal(409, 'The run is over');
      }
      const isNew = (part: 'state' | 'text') => {
        const { revision = 0, by } = this.#last.get(`${part}/${n}`) ?? {};
        const known = by === ME ? Math.max(seen, own[part] ?? 0) : seen;
        return revision > known;
      };
      if ((set.state && isNew('state')) || (hasText(set) && isNew('text'))) {
        throw await aRefusal(409, 'Somebody changed it since');
      }
      if (id) {
        this.#takenIds.add(id);
      }
      return this.tick(n, {
        ...set,
        ...(set.state && { by: ME }),
        ...(hasText(set) && { textBy: ME }),
      });
    });
  }

  async finishRun(
    _: string,
    finish: RunFinish,
    options: RunbooksRequestOptions = {},
  ): Promise<Run> {
    return this.#answer(options, async () => {
      if (this.run.finishedAt) {
        throw await aRefusal(409, 'The run is over');
      }
      return this.finish(ME, finish);
    });
  }

  async exportRun(): Promise<string> {
    return '# Run';
  }

  async reportStep(_: string, { step }: { step: number }): Promise<void> {
    this.reported.push(step);
  }

  /** Somebody does something with a step. */
  tick(n: number, change: Partial<RunStep>): Run {
    const revision = this.run.revision + 1;
    const { state, by = ME, textBy = by } = change;
    if (state) {
      this.#last.set(`state/${n}`, { revision, by });
    }
    if (hasText(change)) {
      this.#last.set(`text/${n}`, { revision, by: textBy });
    }
    return this.#set({
      steps: this.run.steps.map(step =>
        step.n === n
          ? { ...step, ...change, at: new Date().toISOString() }
          : step,
      ),
    });
  }

  /** Somebody ends the run. */
  finish(by: string, finish: RunFinish = { outcome: 'fixed' }): Run {
    return this.#set({
      ...finish,
      finishedBy: by,
      finishedAt: new Date().toISOString(),
    });
  }

  #set(change: Partial<Run>): Run {
    this.run = { ...this.run, ...change, revision: this.run.revision + 1 };
    return this.run;
  }

  async #answer(
    { signal }: RunbooksRequestOptions,
    change: () => Promise<Run>,
  ): Promise<Run> {
    const fault = this.faults.shift();
    if (this.isDown) {
      throw new TypeError('Failed to fetch');
    }
    if (fault === 'never-answered') {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    }
    if (fault && fault !== 'answer-lost') {
      throw fault;
    }
    const run = await change();
    if (fault === 'answer-lost') {
      throw new TypeError('Failed to fetch');
    }
    return run;
  }
}

function hasText({ note, evidence }: Partial<RunStep>): boolean {
  return note !== undefined || evidence !== undefined;
}

/** Whether a change would change nothing. */
function isSet(step: RunStep, { state, note, evidence }: StepChange): boolean {
  return (
    (state === undefined ||
      (state === step.state && (state !== 'open' || step.by === ME))) &&
    (note ?? step.note ?? '') === (step.note ?? '') &&
    (evidence ?? step.evidence ?? '') === (step.evidence ?? '')
  );
}

/** What a page asks of it, beside what it asks of a store. */
export function runsApi(runs: FakeRuns) {
  return {
    startRun: runs.startRun.bind(runs),
    getRun: (id: string, options?: RunbooksRequestOptions) =>
      runs.getRun(id, options),
    changeStep: runs.changeStep.bind(runs),
    finishRun: runs.finishRun.bind(runs),
    exportRun: runs.exportRun.bind(runs),
    reportStep: runs.reportStep.bind(runs),
  };
}
