import type {
  Run,
  RunFinish,
  RunStart,
  StepChange,
} from '@callboard/plugin-runbooks-common';

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

/** The runs of a backend, in which other people tick steps and the network fails. */
export class FakeRuns {
  run: Run;
  readonly started: RunStart[] = [];
  readonly reported: number[] = [];
  /** Taken by the next changes, one each. */
  readonly faults: Error[] = [];
  isDown = false;

  constructor(run: Run = aRun()) {
    this.run = run;
  }

  async startRun(_: string, start: RunStart): Promise<Run> {
    this.started.push(start);
    return this.run;
  }

  async getRun(): Promise<Run> {
    if (this.isDown) {
      throw new TypeError('Failed to fetch');
    }
    return this.run;
  }

  async changeStep(_: string, n: number, change: StepChange): Promise<Run> {
    this.#fail();
    return this.tick(n, { ...change, by: ME });
  }

  async finishRun(_: string, finish: RunFinish): Promise<Run> {
    this.#fail();
    return this.#set({ ...finish, finishedAt: new Date().toISOString() });
  }

  async exportRun(): Promise<string> {
    return '# Run';
  }

  async reportStep(_: string, { step }: { step: number }): Promise<void> {
    this.reported.push(step);
  }

  /** Somebody does something with a step. */
  tick(n: number, change: Partial<Run['steps'][number]>): Run {
    return this.#set({
      steps: this.run.steps.map(step =>
        step.n === n
          ? { ...step, ...change, at: new Date().toISOString() }
          : step,
      ),
    });
  }

  #set(change: Partial<Run>): Run {
    this.run = { ...this.run, ...change, revision: this.run.revision + 1 };
    return this.run;
  }

  #fail(): void {
    const fault = this.faults.shift();
    if (fault) {
      throw fault;
    }
  }
}

/** What a page asks of it, beside what it asks of a store. */
export function runsApi(runs: FakeRuns) {
  return {
    startRun: runs.startRun.bind(runs),
    getRun: runs.getRun.bind(runs),
    changeStep: runs.changeStep.bind(runs),
    finishRun: runs.finishRun.bind(runs),
    exportRun: runs.exportRun.bind(runs),
    reportStep: runs.reportStep.bind(runs),
  };
}
