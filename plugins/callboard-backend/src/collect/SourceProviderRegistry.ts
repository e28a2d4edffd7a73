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
import type {
  CallboardSourcesExtensionPoint,
  StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import { checkSource } from './checkSource';

/** Names that the backend's own work goes by in the table of leases. */
const RESERVED_TYPES = ['catalog', 'callboard'];

interface Entry {
  readonly provider: StatusSourceProvider;
  readonly context: ExtensionPointFactoryContext;
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

  /**
   * Called once, when the plugin starts and all modules are through: gives the providers, the broken
   * ones left out.
   */
  load(logger: LoggerService): readonly StatusSourceProvider[] {
    const providers: StatusSourceProvider[] = [];
    for (const { provider, context } of this.#entries.values()) {
      try {
        checkSources(provider);
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
    return providers;
  }
}

function checkSources(provider: StatusSourceProvider): void {
  const seen = new Set<string>();
  for (const source of provider.sources) {
    const id = checkSource(source, provider.type);
    if (seen.has(id)) {
      throw new ConflictError(`There are two sources called '${id}'`);
    }
    seen.add(id);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(toError(error).message);
}
