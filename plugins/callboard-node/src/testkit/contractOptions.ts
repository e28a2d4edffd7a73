import type { StatusSource, Subject } from '../StatusSource';
import type { FaultReason } from './faults';
import type { FaultHandler } from './FaultServer';

/** What a source under test is made with. @public */
export interface ContractSourceOptions {
  /** Of the server to ask: `http://127.0.0.1:40123`. */
  readonly baseUrl: string;
  /** Longest time of a call, in milliseconds. */
  readonly deadlineMs: number;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
}

/** What the contract has to know of a source. @public */
export interface StatusSourceContractOptions {
  /** Title of the suite: `Jenkins`. */
  readonly name: string;
  /** Makes the source under test, as the module makes it from config. */
  readonly createSource: (
    options: ContractSourceOptions,
  ) => StatusSource | Promise<StatusSource>;
  /**
   * What is asked for. The healthy system has all of it, at least one of it `ok` and none of it
   * `unknown`. Few enough to be asked for at the same time.
   */
  readonly subjects: readonly Subject[];
  /**
   * Answers like the real system when it is well, with all times by the given clock. For a watched
   * source also the requests of its watch, which stay open.
   */
  readonly healthy: FaultHandler;
  /** The source watches its system, and owes what a watch owes. */
  readonly watched?: boolean;
  /** Passwords, keys and tokens that the source was made with, in the spellings it sends them in. */
  readonly secrets?: readonly string[];
  /** Deadline of calls in the tests, in milliseconds; 400 by default. */
  readonly deadlineMs?: number;
  /** How much longer than one deadline a round may take, in milliseconds; 1,500 by default. */
  readonly slackMs?: number;
  /**
   * How long a watched source may take to see that the system is gone, or back, in milliseconds;
   * 10,000 by default. Give it short pauses between its tries.
   */
  readonly noticeMs?: number;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
  /** Further reasons to accept, by the name of the fault. */
  readonly alsoAccept?: Readonly<Record<string, readonly FaultReason[]>>;
}
