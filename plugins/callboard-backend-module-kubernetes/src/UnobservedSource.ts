import {
  UpstreamError,
  type Round,
  type StatusSource,
  type UpstreamUsage,
} from '@callboard/plugin-callboard-node';

/** A cluster that no server can watch: shown with the reason, never asked. */
export class UnobservedSource implements StatusSource {
  readonly type = 'kubernetes';
  readonly name: string;
  readonly notObservable: string;
  readonly intervalMs: number;
  readonly deadlineMs: number;

  static create(options: {
    readonly name: string;
    /** Why, and what to do. */
    readonly notObservable: string;
    readonly intervalMs: number;
    readonly deadlineMs: number;
  }): UnobservedSource {
    return new UnobservedSource(options);
  }

  private constructor(options: {
    name: string;
    notObservable: string;
    intervalMs: number;
    deadlineMs: number;
  }) {
    this.name = options.name;
    this.notObservable = options.notObservable;
    this.intervalMs = options.intervalMs;
    this.deadlineMs = options.deadlineMs;
  }

  async observe(): Promise<Round> {
    throw new UpstreamError(this.notObservable, { reason: 'forbidden' });
  }

  usage(): UpstreamUsage {
    return { calls: 0, bytes: 0, totalLatencyMs: 0 };
  }
}
