import { parseEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import { z } from 'zod';
import type { RunbookFindingsApi } from './runbookFindingsApiRef';

/** What is wrong with runbooks themselves. */
const RUNBOOKS = 'runbooks';

const STATUSES = ['failing', 'warning', 'unknown'];

/** What a run keeps of a value at most. */
const VALUE_MAX_COUNT = 1_000;

const findingSchema = z.object({
  code: z.string(),
  status: z.string(),
  message: z.string(),
  since: z.string(),
  fingerprint: z.string(),
  params: z.record(z.string(), z.string()),
});

const answerSchema = z.object({
  aspects: z.record(
    z.string(),
    z.object({ findings: z.array(findingSchema) }).nullish(),
  ),
});

/** Asks Callboard, over HTTP, where the portal has it. */
export class FindingsOfBoard implements RunbookFindingsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  static create(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }): FindingsOfBoard {
    return new FindingsOfBoard(options);
  }

  private constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getFindings(
    entityRef: string,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly FindingSnapshot[] | undefined> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    const baseUrl = await this.#discoveryApi.getBaseUrl('callboard');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1/services/${path}`,
      { headers: { Accept: 'application/json' }, signal: options.signal },
    );
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { aspects } = answerSchema.parse(await response.json());
    return Object.entries(aspects)
      .filter(([aspect]) => aspect !== RUNBOOKS)
      .flatMap(([aspect, status]) =>
        (status?.findings ?? []).map(finding => ({ ...finding, aspect })),
      )
      .filter(({ status }) => STATUSES.includes(status))
      .sort(
        (one, other) =>
          STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status),
      )
      .map(toSnapshot);
  }
}

function toSnapshot(
  finding: z.infer<typeof findingSchema> & { readonly aspect: string },
): FindingSnapshot {
  const { aspect, code, status, since, fingerprint, message } = finding;
  const params = Object.fromEntries(
    Object.entries(finding.params).filter(
      ([, value]) => value.length <= VALUE_MAX_COUNT,
    ),
  );
  const alertname = params.alertname ?? params.alert;
  const runbookUrl = params.runbookUrl ?? params.runbook_url;
  return {
    aspect,
    code,
    status,
    since,
    fingerprint,
    message: message.slice(0, VALUE_MAX_COUNT),
    params,
    ...(alertname && { alertname }),
    ...(runbookUrl && { runbookUrl }),
  };
}
