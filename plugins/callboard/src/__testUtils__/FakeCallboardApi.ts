import {
  ConsumedResponse,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import type {
  CallboardApi,
  DoctorPage,
  DoctorQuery,
  FacetList,
  FindingHistory,
  ServiceDetail,
  ServicePage,
  ServiceStatus,
  SourceDetail,
  SourceHealth,
  SourceList,
  Timeline,
} from '@callboard/plugin-callboard-common';
import { NOW_MS } from './builders';

const asOf = { revision: 7, asOf: new Date(NOW_MS).toISOString() };

/** What the server answers when it says no. */
export async function aRefusal(
  statusCode: number,
  message: string,
): Promise<Error> {
  const response = new Response(
    JSON.stringify({
      error: { name: 'Error', message },
      response: { statusCode },
    }),
    { status: statusCode, headers: { 'content-type': 'application/json' } },
  );
  return ResponseError.fromResponse(
    response as ConsumedResponse & { text(): Promise<string> },
  );
}

/** A backend whose answers a test sets; an answer that is an error is thrown. */
export class FakeCallboardApi implements CallboardApi {
  service: ServiceDetail | Error = new NotFoundError('No such service');
  timeline: Timeline['items'] | Error = [];
  sources: SourceList['items'] | Error = [];
  /** The page of a source: its health, and what it tells about itself. */
  source: (SourceHealth & Pick<SourceDetail, 'detail'>) | Error =
    new NotFoundError('No such source');
  readonly askedSources: string[] = [];
  doctor: Pick<DoctorPage, 'items' | 'total' | 'checked'> | Error = {
    items: [],
    total: 0,
    checked: 0,
  };
  refreshError: Error | undefined;
  readonly refreshed: string[] = [];
  readonly doctorQueries: DoctorQuery[] = [];
  readonly timelineFroms: (string | undefined)[] = [];

  async getService(): Promise<ServiceDetail> {
    return unwrap(this.service);
  }

  async getTimeline(
    _entityRef: string,
    query?: { readonly from?: string },
  ): Promise<Timeline> {
    this.timelineFroms.push(query?.from);
    return { ...asOf, items: unwrap(this.timeline) };
  }

  async getFindingHistory(): Promise<FindingHistory> {
    return { ...asOf, items: [] };
  }

  async getSources(): Promise<SourceList> {
    return { ...asOf, items: unwrap(this.sources) };
  }

  async getSource(source: string): Promise<SourceDetail> {
    this.askedSources.push(source);
    return { ...asOf, ...unwrap(this.source) };
  }

  async getDoctor(query: DoctorQuery = {}): Promise<DoctorPage> {
    this.doctorQueries.push(query);
    return { ...asOf, ...unwrap(this.doctor) };
  }

  async refreshSource(source: string): Promise<void> {
    if (this.refreshError) {
      throw this.refreshError;
    }
    this.refreshed.push(source);
  }

  async getServices(): Promise<ServicePage> {
    const counts = { failing: 0, warning: 0, unknown: 0, ok: 0, none: 0 };
    return { ...asOf, items: [], total: 0, counts };
  }

  async getServicesByRefs(): Promise<(ServiceStatus | null)[]> {
    return [];
  }

  async getFacets(): Promise<FacetList> {
    return { ...asOf, items: [] };
  }
}

function unwrap<T>(answer: T | Error): T {
  if (answer instanceof Error) {
    throw answer;
  }
  return answer;
}
