import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, ResponseError } from '@backstage/errors';
import {
  FacetName,
  ServiceDetail,
  serviceDetailSchema,
  ServicePage,
  servicePageSchema,
  ServiceStatus,
} from '../words';
import { AnswerReader, parseAnswer } from './AnswerReader';
import {
  DoctorPage,
  doctorPageSchema,
  FacetList,
  facetListSchema,
  FindingHistory,
  findingHistorySchema,
  servicesByRefsSchema,
  SourceDetail,
  sourceDetailSchema,
  SourceList,
  sourceListSchema,
  Timeline,
  timelineSchema,
} from './answers';
import {
  CallboardApi,
  CallboardRequestOptions,
  DoctorQuery,
  FindingHistoryQuery,
  TimelineQuery,
} from './CallboardApi';
import { ServiceQuery, toSearchParams } from './ServiceQuery';

/** Finds the backend; Backstage's own fits. @public */
export interface CallboardDiscoveryApi {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Makes the calls, with the caller's credentials; Backstage's own fits. @public */
export interface CallboardFetchApi {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** The APIs of the portal that the client speaks through. @public */
export interface CallboardClientOptions {
  readonly discoveryApi: CallboardDiscoveryApi;
  readonly fetchApi: CallboardFetchApi;
}

/**
 * The typed client of Callboard's HTTP API, version 1.
 *
 * It remembers its last answers and asks the server whether they still hold, so use one client a
 * viewer: never one for calls with different credentials.
 * @public
 */
export class CallboardClient implements CallboardApi {
  readonly #discoveryApi: CallboardDiscoveryApi;
  readonly #fetchApi: CallboardFetchApi;
  readonly #pages: AnswerReader<ServicePage>;
  readonly #facets: AnswerReader<FacetList>;
  readonly #details: AnswerReader<ServiceDetail>;
  readonly #timelines: AnswerReader<Timeline>;
  readonly #findings: AnswerReader<FindingHistory>;
  readonly #sources: AnswerReader<SourceList>;
  readonly #source: AnswerReader<SourceDetail>;
  readonly #doctor: AnswerReader<DoctorPage>;

  constructor(options: CallboardClientOptions) {
    const { discoveryApi, fetchApi } = options;
    this.#discoveryApi = discoveryApi;
    this.#fetchApi = fetchApi;
    this.#pages = AnswerReader.create({ schema: servicePageSchema, fetchApi });
    this.#facets = AnswerReader.create({ schema: facetListSchema, fetchApi });
    this.#details = AnswerReader.create({
      schema: serviceDetailSchema,
      fetchApi,
    });
    this.#timelines = AnswerReader.create({ schema: timelineSchema, fetchApi });
    this.#findings = AnswerReader.create({
      schema: findingHistorySchema,
      fetchApi,
    });
    this.#sources = AnswerReader.create({ schema: sourceListSchema, fetchApi });
    this.#source = AnswerReader.create({
      schema: sourceDetailSchema,
      fetchApi,
    });
    this.#doctor = AnswerReader.create({ schema: doctorPageSchema, fetchApi });
  }

  async getServices(
    query: ServiceQuery = {},
    options: CallboardRequestOptions = {},
  ): Promise<ServicePage> {
    const url = await this.#url('/services', toSearchParams(query));
    return this.#pages.read(url, options.signal);
  }

  async getServicesByRefs(
    entityRefs: readonly string[],
    options: CallboardRequestOptions = {},
  ): Promise<(ServiceStatus | null)[]> {
    const response = await this.#post('/services/by-refs', {
      ...options,
      body: { entityRefs },
    });
    const { items } = await parseAnswer(response, servicesByRefsSchema);
    return items;
  }

  async getFacets(
    by: FacetName,
    query: ServiceQuery = {},
    options: CallboardRequestOptions = {},
  ): Promise<FacetList> {
    const params = toSearchParams(query);
    params.set('by', by);
    const url = await this.#url('/services/facets', params);
    return this.#facets.read(url, options.signal);
  }

  async getService(
    entityRef: string,
    options: CallboardRequestOptions = {},
  ): Promise<ServiceDetail> {
    const url = await this.#url(servicePath(entityRef));
    return this.#details.read(url, options.signal);
  }

  async getTimeline(
    entityRef: string,
    query: TimelineQuery = {},
    options: CallboardRequestOptions = {},
  ): Promise<Timeline> {
    const { from, to, aspect } = query;
    const url = await this.#url(
      `${servicePath(entityRef)}/timeline`,
      toParams({ from, to, aspect }),
    );
    return this.#timelines.read(url, options.signal);
  }

  async getFindingHistory(
    query: FindingHistoryQuery = {},
    options: CallboardRequestOptions = {},
  ): Promise<FindingHistory> {
    const { from, to, entityRef, limit, cursor } = query;
    const url = await this.#url(
      '/findings',
      toParams({ from, to, entityRef, limit, cursor }),
    );
    return this.#findings.read(url, options.signal);
  }

  async getSources(options: CallboardRequestOptions = {}): Promise<SourceList> {
    return this.#sources.read(await this.#url('/sources'), options.signal);
  }

  async getSource(
    source: string,
    options: CallboardRequestOptions = {},
  ): Promise<SourceDetail> {
    const url = await this.#url(sourcePath(source));
    return this.#source.read(url, options.signal);
  }

  async refreshSource(
    source: string,
    options: CallboardRequestOptions = {},
  ): Promise<void> {
    await this.#post(`${sourcePath(source)}/refresh`, options);
  }

  async getDoctor(
    query: DoctorQuery = {},
    options: CallboardRequestOptions = {},
  ): Promise<DoctorPage> {
    const { owner, limit, cursor } = query;
    const url = await this.#url('/doctor', toParams({ owner, limit, cursor }));
    return this.#doctor.read(url, options.signal);
  }

  async #url(path: string, params?: URLSearchParams): Promise<string> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('callboard');
    const query = params?.toString();
    return `${baseUrl}/v1${path}${query ? `?${query}` : ''}`;
  }

  async #post(
    path: string,
    options: CallboardRequestOptions & { body?: unknown },
  ): Promise<Response> {
    const { body, signal } = options;
    const response = await this.#fetchApi.fetch(await this.#url(path), {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function servicePath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  const segments = [kind, namespace, name].map(encodeURIComponent);
  return `/services/${segments.join('/')}`;
}

function sourcePath(source: string): string {
  const slash = source.indexOf('/');
  if (slash < 1 || slash === source.length - 1) {
    throw new InputError(`A source is <type>/<name>, not '${source}'`);
  }
  const type = encodeURIComponent(source.slice(0, slash));
  const name = encodeURIComponent(source.slice(slash + 1));
  return `/sources/${type}/${name}`;
}

function toParams(
  values: Readonly<
    Record<string, string | number | readonly string[] | undefined>
  >,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of typeof value === 'object' ? value : [value]) {
      if (one !== undefined) {
        params.append(name, String(one));
      }
    }
  }
  return params;
}
