import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type {
  StatusSource,
  StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import { checkSource } from './checkSource';

/** A source, by its id. */
export interface LiveSource {
  readonly id: string;
  readonly source: StatusSource;
}

/** What a provider had when it was last looked at. */
interface Look {
  readonly sources: readonly LiveSource[];
  readonly searching: boolean;
}

export interface LiveSourcesOptions {
  readonly providers: readonly StatusSourceProvider[];
  readonly logger: LoggerService;
}

/**
 * The sources that there are now: providers may find new ones and lose others while we run. A
 * source that cannot be used is left out and blamed once; it harms no other.
 */
export class LiveSources {
  readonly #options: LiveSourcesOptions;
  readonly #looks = new Map<StatusSourceProvider, Look>();
  readonly #blamed = new Set<string>();
  #byId: ReadonlyMap<string, LiveSource> = new Map();

  /** Looks for the first time. */
  static create(options: LiveSourcesOptions): LiveSources {
    const live = new LiveSources(options);
    live.look();
    return live;
  }

  private constructor(options: LiveSourcesOptions) {
    this.#options = options;
  }

  /** Asks the providers anew what they have. */
  look(): void {
    for (const provider of this.#options.providers) {
      try {
        this.#looks.set(provider, {
          sources: this.#usable(provider),
          searching: provider.searching ?? false,
        });
      } catch (error) {
        this.#blame(
          `The sources of type '${
            provider.type
          }' could not be looked up: ${stringifyError(error)}`,
        );
      }
    }
    this.#byId = new Map(
      [...this.#looks.values()].flatMap(({ sources }) =>
        sources.map(live => [live.id, live]),
      ),
    );
  }

  /** As of the last look. */
  get all(): readonly LiveSource[] {
    return [...this.#byId.values()];
  }

  get(id: string): StatusSource | undefined {
    return this.#byId.get(id)?.source;
  }

  /** Types whose sources are not all found yet. */
  get searching(): readonly string[] {
    return [...this.#looks].flatMap(([{ type }, { searching }]) =>
      searching ? [type] : [],
    );
  }

  /** Changes with everything that what an entity names in sources may depend on. */
  get key(): string {
    return JSON.stringify([
      this.all
        .map(({ id, source }) => `${id} ${source.notObservable ?? ''}`)
        .sort(),
      this.searching,
    ]);
  }

  #usable(provider: StatusSourceProvider): LiveSource[] {
    const usable = new Map<string, LiveSource>();
    for (const source of provider.sources) {
      try {
        const id = checkSource(source, provider.type);
        if (usable.has(id)) {
          throw new ConflictError(`There are two sources called '${id}'`);
        }
        usable.set(id, { id, source });
      } catch (error) {
        this.#blame(`A source is left out: ${stringifyError(error)}`);
      }
    }
    return [...usable.values()];
  }

  /** Once for each kind of trouble: it repeats with every look. */
  #blame(words: string): void {
    if (!this.#blamed.has(words)) {
      this.#blamed.add(words);
      this.#options.logger.error(words);
    }
  }
}
