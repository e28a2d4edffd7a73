import {
  UpstreamClient,
  UpstreamError,
  type ObserveOptions,
  type Round,
  type StatusSource,
  type Subject,
  type UpstreamUsage,
} from '@callboard/plugin-callboard-node';
import { judgeRunbooks } from './judgeRunbooks';
import type { KnownRunbook } from './KnownRunbook';
import { subjectSpecSchema } from './resolveEntity';
import { RunbookReader } from './RunbookReader';
import { SOURCE_NAME, SOURCE_TYPE } from './source';

const INTERVAL_MS = 60_000;
const DEADLINE_MS = 15_000;

export interface RunbooksSourceOptions {
  /** Of the backend of runbooks: `http://localhost:7007/api/runbooks`. */
  readonly baseUrl: string;
  /** The headers that it lets us in with. */
  readonly authorize: () => Promise<Readonly<Record<string, string>>>;
  /** Which domains systems are part of. */
  readonly domains: () => Promise<ReadonlyMap<string, string>>;
  /** Of the portal, for links to runbooks. */
  readonly appUrl?: string;
  readonly intervalMs?: number;
  readonly deadlineMs?: number;
  readonly now?: () => number;
}

/** The runbooks of the portal, as a source: one list of all of them a round. */
export class RunbooksSource implements StatusSource {
  readonly type = SOURCE_TYPE;
  readonly name = SOURCE_NAME;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly #client: UpstreamClient;
  readonly #reader: RunbookReader;
  readonly #domains: RunbooksSourceOptions['domains'];
  readonly #urlOf: (id: string) => string | undefined;

  static create(options: RunbooksSourceOptions): RunbooksSource {
    return new RunbooksSource(options);
  }

  private constructor(options: RunbooksSourceOptions) {
    const { baseUrl, authorize, appUrl, now } = options;
    this.intervalMs = options.intervalMs ?? INTERVAL_MS;
    this.deadlineMs = options.deadlineMs ?? DEADLINE_MS;
    this.#client = UpstreamClient.create({
      name: 'The runbooks backend',
      baseUrl,
      authorize,
      deadlineMs: this.deadlineMs,
      now,
    });
    this.#reader = RunbookReader.create({ client: this.#client });
    this.#domains = options.domains;
    this.#urlOf = id =>
      appUrl &&
      `${appUrl.replace(/\/+$/, '')}/runbooks/${encodeURIComponent(id)}`;
  }

  async observe({ subjects, signal }: ObserveOptions): Promise<Round> {
    const [runbooks, domains] = await Promise.all([
      this.#read(signal),
      this.#readDomains(signal),
    ]);
    const byEntity = new Map<string, KnownRunbook[]>();
    for (const runbook of runbooks) {
      const known = byEntity.get(runbook.entityRef);
      if (known) {
        known.push(runbook);
      } else {
        byEntity.set(runbook.entityRef, [runbook]);
      }
    }
    return {
      observations: subjects.map(subject => {
        const { refs, external } = linesOf(subject, domains);
        const inReach = refs
          .flatMap(ref => byEntity.get(ref) ?? [])
          // what others draft is no concern of the service yet
          .filter(
            ({ state, entityRef }) =>
              state === 'published' || entityRef === subject.entityRef,
          );
        return {
          subjectId: subject.id,
          verdict: judgeRunbooks({
            entityRef: subject.entityRef,
            runbooks: inReach,
            external,
            urlOf: this.#urlOf,
          }),
          links: [],
          detail: {},
        };
      }),
    };
  }

  usage(): UpstreamUsage {
    return this.#client.usage();
  }

  async #read(signal: AbortSignal): Promise<readonly KnownRunbook[]> {
    try {
      return await this.#reader.read(signal);
    } catch (error) {
      if (error instanceof UpstreamError && error.status === 404) {
        throw new UpstreamError(
          'This portal has no runbooks backend: add @callboard/plugin-runbooks-backend to its backend, or take @callboard/plugin-callboard-backend-module-runbooks out of it',
          { reason: 'unreachable', status: error.status, cause: error },
        );
      }
      throw error;
    }
  }

  async #readDomains(
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    try {
      return await this.#domains();
    } catch (error) {
      signal.throwIfAborted();
      throw new UpstreamError(
        'The catalog does not say which domains systems are part of, so it is not known which runbooks services inherit',
        { reason: 'unreachable', cause: error },
      );
    }
  }
}

/** The service and all that it inherits from. */
function linesOf(
  subject: Subject,
  domains: ReadonlyMap<string, string>,
): { readonly refs: readonly string[]; readonly external: number } {
  const { refs, system, domain, external } = subjectSpecSchema.parse(
    subject.spec,
  );
  const inherited =
    domain === undefined && system !== undefined
      ? domains.get(system)
      : undefined;
  return {
    refs: [...new Set([...refs, ...(inherited ? [inherited] : [])])],
    external,
  };
}
