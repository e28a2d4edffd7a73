import type { LoggerService } from '@backstage/backend-plugin-api';
import type { StatusSourceProvider } from '@callboard/plugin-callboard-node';
import type { Lease } from '../collect/Lease';
import type { CatalogReader } from './CatalogReader';
import type { DirectoryStore, SweptService } from './DirectoryStore';
import { comparePage, planDeletion, type SweepThresholds } from './planSweep';
import type { ProjectedService } from './projectEntity';
import { resolveService } from './resolveService';

/** How long a catalog that shrank has to stay so until it is believed. */
const HOLD_FOR_MS = 60 * 60_000;

export interface ServiceDirectoryOptions {
  readonly reader: CatalogReader;
  readonly store: DirectoryStore;
  readonly providers: readonly StatusSourceProvider[];
  /** Changes with the sources that there are: entities may name one that turned up only now. */
  readonly sourcesKey: () => string;
  readonly logger: LoggerService;
  readonly now: () => number;
  readonly thresholds?: SweepThresholds;
  readonly holdForMs?: number;
}

/** What one sweep did. */
export interface SweepResult {
  readonly services: number;
  readonly changed: number;
  readonly deleted: number;
  /** Why nothing was deleted. */
  readonly hold?: string;
}

/**
 * Keeps the services of the board as the catalog has them. The catalog pushes nothing, so this
 * sweeps it and compares hashes of its own projection.
 */
export class ServiceDirectory {
  readonly #options: ServiceDirectoryOptions;
  /** Providers may be others than when the subjects were written, by whichever instance. */
  #resolvedBy: Lease | undefined;
  /** The sources that all subjects were resolved with. */
  #resolvedWith: string | undefined;
  /** Services that a provider failed for, to be resolved again. */
  readonly #failed = new Set<string>();
  readonly #blamed = new Map<string, string>();
  #heldSince: number | undefined;

  static create(options: ServiceDirectoryOptions): ServiceDirectory {
    return new ServiceDirectory(options);
  }

  private constructor(options: ServiceDirectoryOptions) {
    this.#options = options;
  }

  async sweep(lease: Lease): Promise<SweepResult> {
    const { reader, store, thresholds, sourcesKey } = this.#options;
    const key = sourcesKey();
    const again = this.#resolvedBy !== lease || this.#resolvedWith !== key;
    const known = await store.known();
    const seen = new Set<string>();
    let changedCount = 0;
    for await (const page of reader.sweep(lease.signal)) {
      // Pages of a catalog that changes meanwhile may repeat an entity.
      const fresh = page.filter(({ ref }) => !seen.has(ref));
      fresh.forEach(({ ref }) => seen.add(ref));
      changedCount += await this.#writePage(lease, {
        ...comparePage(fresh, known),
        again,
      });
    }
    this.#resolvedBy = lease;
    this.#resolvedWith = key;
    const { missing, hold } = planDeletion({ seen, known, thresholds });
    const gone = this.#mayDelete(hold, seen.size > 0)
      ? await reader.confirmGone(missing)
      : [];
    await store.delete(lease, gone);
    await store.recheck(lease);
    return {
      services: seen.size,
      changed: changedCount,
      deleted: gone.length,
      ...(hold && { hold }),
    };
  }

  async #writePage(
    lease: Lease,
    page: {
      readonly changed: readonly ProjectedService[];
      readonly unchanged: readonly ProjectedService[];
      /** Whether those that did not change are resolved again all the same. */
      readonly again: boolean;
    },
  ): Promise<number> {
    const { store } = this.#options;
    await store.write(lease, page.changed.map(this.#resolve));
    const unresolved = page.again
      ? page.unchanged
      : page.unchanged.filter(({ ref }) => this.#failed.has(ref));
    const touched = await store.resync(lease, unresolved.map(this.#resolve));
    return page.changed.length + touched;
  }

  readonly #resolve = (service: ProjectedService): SweptService => {
    const { providers, logger } = this.#options;
    const resolution = resolveService(service.entity, providers);
    this.#failed.delete(service.ref);
    for (const [type, message] of resolution.failed) {
      this.#failed.add(service.ref);
      // Once for each kind of trouble: it repeats with every sweep.
      if (this.#blamed.get(type) !== message) {
        this.#blamed.set(type, message);
        logger.error(
          `The module of ${type} sources failed to read ${service.ref}: ${message}`,
        );
      }
    }
    return { service, resolution };
  };

  #mayDelete(hold: string | undefined, catalogAnswers: boolean): boolean {
    const { logger, now, holdForMs = HOLD_FOR_MS } = this.#options;
    if (!hold) {
      this.#heldSince = undefined;
      return true;
    }
    if (this.#heldSince === undefined) {
      this.#heldSince = now();
      logger.warn(`No service is deleted for now: ${hold}`);
    }
    return catalogAnswers && now() - this.#heldSince >= holdForMs;
  }
}
