import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import type { LatelyDefinedAlerts } from '../rules/definedAlerts';
import type { OwnerStore } from '../catalog/OwnerStore';
import { judge } from '../rules/judge';
import type { RunbookStore } from '../store/RunbookStore';
import type { StoredRunbook } from '../store/StoredRunbook';

/** How long it may take until a link to a runbook of another instance is right. */
const NAMES_MAX_AGE_MS = 30_000;

/** A runbook with what is wrong with it today. */
export type Judge = (runbook: StoredRunbook) => RunbookSummary;

export interface JudgesOptions {
  readonly store: Pick<RunbookStore, 'names'>;
  readonly owners: Pick<OwnerStore, 'missing'>;
  /** Nothing where not all alerts are known. */
  readonly alerts: () => Promise<LatelyDefinedAlerts | undefined>;
  readonly now: () => number;
}

interface Names {
  readonly readAt: number;
  readonly runbookIds: Set<string>;
  readonly fileNames: Set<string>;
  readonly missingOwners: ReadonlyMap<string, string>;
  readonly alerts?: LatelyDefinedAlerts;
}

/**
 * Says what is wrong with runbooks: it knows the day, which runbooks links can lead to, which owners
 * the catalog lacks, and which alerts there are.
 */
export class Judges {
  readonly #options: JudgesOptions;
  #names?: Names;
  #reading?: Promise<Names>;

  static create(options: JudgesOptions): Judges {
    return new Judges(options);
  }

  private constructor(options: JudgesOptions) {
    this.#options = options;
  }

  /** A judge for the runbooks of one answer. */
  async call(): Promise<Judge> {
    const now = this.#options.now();
    const known = this.#names;
    const isOld = known && now - known.readAt > NAMES_MAX_AGE_MS;
    // Alerts that may not be told any more may have been read again meanwhile.
    const isOver = isOld && known.alerts && now > known.alerts.until;
    if (isOld && !isOver) {
      // Nobody waits for it; if it fails, whoever comes next tries again.
      this.#read().catch(() => {});
    }
    const { runbookIds, fileNames, missingOwners, alerts } =
      known && !isOver ? known : await this.#read();
    const context = {
      now: new Date(now),
      runbookIds,
      fileNames,
      missingOwners,
      ...(alerts && now <= alerts.until && { alerts }),
    };
    return runbook => judge(runbook, context);
  }

  /** Links to what was written just now are right at once. */
  learn({ summary }: StoredRunbook): void {
    this.#names?.runbookIds.add(summary.id);
    this.#names?.fileNames.add(fileNameOf(summary.title));
  }

  /** One question at a time, for all who ask. */
  async #read(): Promise<Names> {
    this.#reading ??= this.#readNames();
    try {
      this.#names = await this.#reading;
      return this.#names;
    } finally {
      this.#reading = undefined;
    }
  }

  async #readNames(): Promise<Names> {
    const { store, owners, alerts, now } = this.#options;
    const readAt = now();
    const [names, missingOwners, known] = await Promise.all([
      store.names(),
      owners.missing(),
      alerts(),
    ]);
    return {
      readAt,
      runbookIds: new Set(names.map(({ id }) => id)),
      fileNames: new Set(names.map(({ title }) => fileNameOf(title))),
      missingOwners,
      ...(known && { alerts: known }),
    };
  }
}

function fileNameOf(title: string): string {
  return `${title}.md`;
}
