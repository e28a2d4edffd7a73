import type {
  ExtensionPointFactoryContext,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  stringifyError,
  toError,
} from '@backstage/errors';
import {
  sourceId,
  type CallboardSourcesExtensionPoint,
  type StatusSource,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';

/** Names that the backend's own work goes by in the table of leases. */
const RESERVED_TYPES = ['catalog', 'callboard'];

interface Entry {
  readonly provider: StatusSourceProvider;
  readonly context: ExtensionPointFactoryContext;
}

/** A source, by its id. */
export interface ConfiguredSource {
  readonly id: string;
  readonly source: StatusSource;
}

/** What the modules gave, the broken ones left out. */
export interface LoadedProviders {
  readonly providers: readonly StatusSourceProvider[];
  readonly sources: readonly ConfiguredSource[];
}

/** Where modules give their sources; a broken one is blamed by name and takes nothing else down. */
export class SourceProviderRegistry {
  readonly #entries = new Map<string, Entry>();

  /** The extension point as one module gets it. */
  forModule(
    context: ExtensionPointFactoryContext,
  ): CallboardSourcesExtensionPoint {
    return {
      addProvider: provider => {
        const { type } = provider;
        if (RESERVED_TYPES.includes(type)) {
          throw new InputError(`'${type}' is no type that a source may have`);
        }
        if (this.#entries.has(type)) {
          throw new ConflictError(
            `Another module already gave sources of type '${type}'`,
          );
        }
        this.#entries.set(type, { provider, context });
      },
    };
  }

  /** Called once, when the plugin starts and all modules are through. */
  load(logger: LoggerService): LoadedProviders {
    const providers: StatusSourceProvider[] = [];
    const sources: ConfiguredSource[] = [];
    for (const { provider, context } of this.#entries.values()) {
      try {
        sources.push(...sourcesOf(provider));
        providers.push(provider);
      } catch (error) {
        logger.error(
          `The sources of type '${
            provider.type
          }' are left out: ${stringifyError(error)}`,
        );
        context.reportModuleStartupFailure({ error: asError(error) });
      }
    }
    return { providers, sources };
  }
}

function sourcesOf(provider: StatusSourceProvider): ConfiguredSource[] {
  const seen = new Set<string>();
  return provider.sources.map(source => {
    const id = sourceId(source.type, source.name);
    if (source.type !== provider.type) {
      throw new InputError(`'${id}' is no source of type '${provider.type}'`);
    }
    if (seen.has(id)) {
      throw new ConflictError(`There are two sources called '${id}'`);
    }
    if (id.length > 250) {
      throw new InputError(`The name of source '${id}' is too long`);
    }
    if (!(source.intervalMs > 0) || !(source.deadlineMs > 0)) {
      throw new InputError(
        `The interval and the deadline of '${id}' have to be positive`,
      );
    }
    seen.add(id);
    return { id, source };
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(toError(error).message);
}
