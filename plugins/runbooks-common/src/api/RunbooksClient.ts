import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import {
  runbookSchema,
  runbookVersionSchema,
  runSchema,
  type MatchQuestion,
  type Run,
  type Runbook,
  type RunbookVersion,
  type RunbookWrite,
  type RunFinish,
  type RunStart,
  type StepChange,
} from '../words';
import {
  coverageSchema,
  importAnswerSchema,
  matchListSchema,
  matchListsSchema,
  runbookPageSchema,
  runPageSchema,
  versionPageSchema,
  type Coverage,
  type ImportAnswer,
  type MatchItem,
  type RunbookPage,
  type RunPage,
  type VersionPage,
} from './answers';
import { parseAnswer } from './parseAnswer';
import { RunbookConflictError } from './RunbookConflictError';
import type {
  PageQuery,
  RunbooksApi,
  RunbooksQuery,
  RunbooksRequestOptions,
  RunsQuery,
} from './RunbooksApi';
import { toQuery } from './toQuery';

/** Finds the backend; Backstage's own fits. @public */
export interface RunbooksDiscoveryApi {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Makes the calls, with the caller's credentials; Backstage's own fits. @public */
export interface RunbooksFetchApi {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** The APIs of the portal that the client speaks through. @public */
export interface RunbooksClientOptions {
  readonly discoveryApi: RunbooksDiscoveryApi;
  readonly fetchApi: RunbooksFetchApi;
}

/** What a 412 says: the error, and the version that is there. */
const conflictSchema = z.object({ current: runbookSchema });

interface Call extends RunbooksRequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Parameters<typeof toQuery>[0];
  readonly json?: unknown;
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The typed client of the HTTP API of runbooks, version 1. @public */
export class RunbooksClient implements RunbooksApi {
  readonly #discoveryApi: RunbooksDiscoveryApi;
  readonly #fetchApi: RunbooksFetchApi;

  constructor(options: RunbooksClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getRunbooks(
    query: RunbooksQuery = {},
    options: RunbooksRequestOptions = {},
  ): Promise<RunbookPage> {
    return this.#read(runbookPageSchema, '/runbooks', {
      ...options,
      query: { ...query },
    });
  }

  async getRunbook(
    id: string,
    options: RunbooksRequestOptions & { readonly latest?: boolean } = {},
  ): Promise<Runbook> {
    const { latest, ...request } = options;
    return this.#read(runbookSchema, runbookPath(id), {
      ...request,
      ...(latest && { query: { latest } }),
    });
  }

  async createRunbook(
    write: RunbookWrite,
    options: RunbooksRequestOptions = {},
  ): Promise<Runbook> {
    return this.#read(runbookSchema, '/runbooks', {
      ...options,
      method: 'POST',
      json: write,
    });
  }

  async saveRunbook(
    id: string,
    write: RunbookWrite,
    options: RunbooksRequestOptions & { readonly version: number },
  ): Promise<Runbook> {
    const { version, signal } = options;
    return this.#read(runbookSchema, runbookPath(id), {
      signal,
      method: 'PUT',
      headers: ifMatch(version),
      json: write,
    });
  }

  async archiveRunbook(
    id: string,
    options: RunbooksRequestOptions = {},
  ): Promise<void> {
    await this.#call(runbookPath(id), { ...options, method: 'DELETE' });
  }

  async getVersions(
    id: string,
    query: PageQuery = {},
    options: RunbooksRequestOptions = {},
  ): Promise<VersionPage> {
    const path = `${runbookPath(id)}/versions`;
    return this.#read(versionPageSchema, path, {
      ...options,
      query: { ...query },
    });
  }

  async getVersion(
    id: string,
    version: number,
    options: RunbooksRequestOptions = {},
  ): Promise<RunbookVersion> {
    const path = `${runbookPath(id)}/versions/${version}`;
    return this.#read(runbookVersionSchema, path, options);
  }

  async restoreVersion(
    id: string,
    restore: {
      readonly version: number;
      readonly after: number;
      readonly note?: string;
    },
    options: RunbooksRequestOptions = {},
  ): Promise<Runbook> {
    const { version, after, note } = restore;
    return this.#read(runbookSchema, `${runbookPath(id)}/restore`, {
      ...options,
      method: 'POST',
      headers: ifMatch(after),
      json: { version, note },
    });
  }

  async match(
    question: MatchQuestion & { readonly entityRef: string },
    options: RunbooksRequestOptions = {},
  ): Promise<MatchItem[]> {
    const { items } = await this.#read(matchListSchema, '/match', {
      ...options,
      query: question,
    });
    return items;
  }

  async matchAll(
    entityRef: string,
    questions: readonly MatchQuestion[],
    options: RunbooksRequestOptions = {},
  ): Promise<MatchItem[][]> {
    const { items } = await this.#read(matchListsSchema, '/match', {
      ...options,
      method: 'POST',
      json: { entityRef, questions },
    });
    return items;
  }

  async startRun(
    runbookId: string,
    start: RunStart,
    options: RunbooksRequestOptions = {},
  ): Promise<Run> {
    return this.#read(runSchema, `${runbookPath(runbookId)}/runs`, {
      ...options,
      method: 'POST',
      json: start,
    });
  }

  async getRun(id: string, options: RunbooksRequestOptions = {}): Promise<Run> {
    return this.#read(runSchema, runPath(id), options);
  }

  async getRuns(
    query: RunsQuery,
    options: RunbooksRequestOptions = {},
  ): Promise<RunPage> {
    return this.#read(runPageSchema, '/runs', {
      ...options,
      query: { ...query },
    });
  }

  async changeStep(
    runId: string,
    n: number,
    change: StepChange,
    options: RunbooksRequestOptions = {},
  ): Promise<Run> {
    return this.#read(runSchema, `${runPath(runId)}/steps/${n}`, {
      ...options,
      method: 'PATCH',
      json: change,
    });
  }

  async finishRun(
    runId: string,
    finish: RunFinish,
    options: RunbooksRequestOptions = {},
  ): Promise<Run> {
    return this.#read(runSchema, `${runPath(runId)}/finish`, {
      ...options,
      method: 'POST',
      json: finish,
    });
  }

  async exportRun(
    runId: string,
    options: RunbooksRequestOptions = {},
  ): Promise<string> {
    const response = await this.#call(`${runPath(runId)}/export`, options);
    return response.text();
  }

  async reportStep(
    runbookId: string,
    report: {
      readonly version: number;
      readonly step: number;
      readonly note?: string;
    },
    options: RunbooksRequestOptions = {},
  ): Promise<void> {
    await this.#call(`${runbookPath(runbookId)}/reports`, {
      ...options,
      method: 'POST',
      json: report,
    });
  }

  async getCoverage(
    query: { readonly owner?: readonly string[] } = {},
    options: RunbooksRequestOptions = {},
  ): Promise<Coverage> {
    return this.#read(coverageSchema, '/coverage', {
      ...options,
      query: { ...query },
    });
  }

  async exportRunbooks(options: RunbooksRequestOptions = {}): Promise<Blob> {
    const response = await this.#call('/export', options);
    return response.blob();
  }

  async importRunbooks(
    file: Blob,
    options: RunbooksRequestOptions & {
      readonly entityRef?: string;
      readonly fileName?: string;
    } = {},
  ): Promise<ImportAnswer> {
    const { entityRef, fileName, signal } = options;
    return this.#read(importAnswerSchema, '/import', {
      signal,
      method: 'POST',
      query: { entityRef, fileName },
      headers: {
        'Content-Type': fileName?.endsWith('.md')
          ? 'text/markdown'
          : 'application/zip',
      },
      body: file,
    });
  }

  async #read<T>(schema: z.ZodType<T>, path: string, call: Call): Promise<T> {
    return parseAnswer(await this.#call(path, call), schema);
  }

  async #call(path: string, call: Call): Promise<Response> {
    const { method = 'GET', query = {}, json, body, headers, signal } = call;
    const baseUrl = await this.#discoveryApi.getBaseUrl('runbooks');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1${path}${toQuery(query)}`,
      {
        method,
        headers: {
          Accept: 'application/json',
          ...(json !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(body && { body }),
        ...(signal && { signal }),
      },
    );
    const serverTimeMs = Date.parse(response.headers.get('Date') ?? '');
    if (!Number.isNaN(serverTimeMs)) {
      call.onServerTime?.(serverTimeMs);
    }
    if (response.status === 412) {
      const { current } = await parseAnswer(response, conflictSchema);
      throw new RunbookConflictError(current);
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function runbookPath(id: string): string {
  return `/runbooks/${encodeURIComponent(id)}`;
}

function runPath(id: string): string {
  return `/runs/${encodeURIComponent(id)}`;
}

function ifMatch(version: number): Readonly<Record<string, string>> {
  return { 'If-Match': `"${version}"` };
}
