import {
  UpstreamError,
  type UpstreamClient,
} from '@callboard/plugin-callboard-node';
import type { ZodType } from 'zod';
import { jobSegments } from './jobPath';
import {
  answeredJobSchema,
  folderSchema,
  namedSchema,
  stagesSchema,
  testReportSchema,
  type JenkinsJob,
  type JenkinsStages,
} from './schemas';
import { folderTree, jobTree, TEST_REPORT_TREE, type RunDepth } from './trees';

/** Longest answer about one run. */
const RUN_MAX_BYTES = 1024 * 1024;

/** The jobs of a folder by name, each as Jenkins sent it. */
export type FolderJobs = ReadonlyMap<string, unknown>;

/** What a run's report says of its tests. */
export interface TestTotals {
  readonly failed: number;
  readonly skipped: number;
  readonly total: number;
}

/** @internal */
export interface JenkinsApiOptions {
  readonly client: UpstreamClient;
  readonly baseUrl: string;
}

/**
 * What we ask of one Jenkins. Addresses are made from names and the configured base URL only:
 * Jenkins' own `url`s show whatever its root URL is set to.
 */
export class JenkinsApi {
  readonly #client: UpstreamClient;
  readonly #baseUrl: string;

  static create(options: JenkinsApiOptions): JenkinsApi {
    return new JenkinsApi(options);
  }

  private constructor(options: JenkinsApiOptions) {
    this.#client = options.client;
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
  }

  /** All jobs of a folder; the empty path is the root. Undefined for what is no folder. */
  async folder(
    path: readonly string[],
    options: { depth: RunDepth; branches: boolean; signal: AbortSignal },
  ): Promise<FolderJobs | undefined> {
    const { signal, ...tree } = options;
    const folder = await this.#client.getJson(
      {
        segments: [...jobSegments(path), 'api', 'json'],
        query: { tree: folderTree(tree) },
      },
      { signal, schema: folderSchema },
    );
    const named = folder.jobs?.flatMap(job => {
      const parsed = namedSchema.safeParse(job);
      return parsed.success ? [[parsed.data.name, job] as const] : [];
    });
    return named && new Map(named);
  }

  /** One job by itself. */
  async job(
    path: readonly string[],
    options: { depth: RunDepth; signal: AbortSignal },
  ): Promise<JenkinsJob> {
    return this.#client.getJson(
      {
        segments: [...jobSegments(path), 'api', 'json'],
        query: { tree: jobTree(options.depth) },
      },
      { signal: options.signal, schema: answeredJobSchema },
    );
  }

  /** Whether Jenkins lets us see its root at all; throws where it does not. */
  async root(options: { signal: AbortSignal }): Promise<void> {
    await this.#client.getJson(
      { segments: ['api', 'json'], query: { tree: 'mode' } },
      { signal: options.signal },
    );
  }

  /** Stages of a run; undefined where Jenkins has no stage API, or the run no stages. */
  async stages(
    path: readonly string[],
    options: { number: number; signal: AbortSignal },
  ): Promise<JenkinsStages | undefined> {
    return this.#ofRun(path, {
      ...options,
      segments: ['wfapi', 'describe'],
      schema: stagesSchema,
    });
  }

  /** Test totals of a run; undefined where it has no report. */
  async tests(
    path: readonly string[],
    options: { number: number; signal: AbortSignal },
  ): Promise<TestTotals | undefined> {
    const report = await this.#ofRun(path, {
      ...options,
      segments: ['testReport', 'api', 'json'],
      query: { tree: TEST_REPORT_TREE },
      schema: testReportSchema,
    });
    if (!report) {
      return undefined;
    }
    const skipped = report.skipCount ?? 0;
    return {
      failed: report.failCount,
      skipped,
      total:
        report.totalCount ??
        report.failCount + skipped + (report.passCount ?? 0),
    };
  }

  /** The address of a job's page, with a slash at the end. */
  pageUrl(path: readonly string[]): string {
    const segments = path.map(name => `job/${encodeURIComponent(name)}/`);
    return `${this.#baseUrl}/${segments.join('')}`;
  }

  async #ofRun<T>(
    path: readonly string[],
    options: {
      number: number;
      segments: readonly string[];
      query?: Record<string, string>;
      schema: ZodType<T>;
      signal: AbortSignal;
    },
  ): Promise<T | undefined> {
    const { number, segments, query, schema, signal } = options;
    try {
      return await this.#client.getJson(
        {
          segments: [...jobSegments(path), String(number), ...segments],
          query,
        },
        { signal, schema, maxBytes: RUN_MAX_BYTES },
      );
    } catch (error) {
      // The part is optional: a plugin that is not installed, a run that was deleted meanwhile.
      if (error instanceof UpstreamError && isAboutThisRun(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function isAboutThisRun(error: UpstreamError): boolean {
  return (
    error.reason === 'not-found' ||
    error.reason === 'invalid' ||
    error.status === 403
  );
}
