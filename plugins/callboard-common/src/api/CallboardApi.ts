import {
  Aspect,
  FacetName,
  ServiceDetail,
  ServicePage,
  ServiceStatus,
} from '../words';
import {
  DoctorPage,
  FacetList,
  FindingHistory,
  SourceDetail,
  SourceList,
  Timeline,
} from './answers';
import { ServiceQuery } from './ServiceQuery';

/** What every request can be told. @public */
export interface CallboardRequestOptions {
  readonly signal?: AbortSignal;
}

/** Which part of a timeline. @public */
export interface TimelineQuery {
  /** ISO 8601. */
  readonly from?: string;
  /** ISO 8601. */
  readonly to?: string;
  readonly aspect?: readonly Aspect[];
}

/** Which findings that services had. @public */
export interface FindingHistoryQuery {
  /** ISO 8601; 30 days before `to` where it is absent. */
  readonly from?: string;
  /** ISO 8601; now where it is absent. */
  readonly to?: string;
  /** Of this service only. */
  readonly entityRef?: string;
  /** At most, and by default, 10,000. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Which page of the doctor. @public */
export interface DoctorQuery {
  /** Entity refs; `@me` stands for the viewer's own. */
  readonly owner?: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * Everything that Callboard's backend answers. A method rejects with a `ResponseError` where the
 * server says no; a service that the viewer may not read is a 404.
 * @public
 */
export interface CallboardApi {
  /** A page of the board. */
  getServices(
    query?: ServiceQuery,
    options?: CallboardRequestOptions,
  ): Promise<ServicePage>;

  /** Services by entity ref, in the order asked; `null` where there is none to see. */
  getServicesByRefs(
    entityRefs: readonly string[],
    options?: CallboardRequestOptions,
  ): Promise<(ServiceStatus | null)[]>;

  /** The values of `by` among the services that match, with their counts. */
  getFacets(
    by: FacetName,
    query?: ServiceQuery,
    options?: CallboardRequestOptions,
  ): Promise<FacetList>;

  /** A service with every observation. */
  getService(
    entityRef: string,
    options?: CallboardRequestOptions,
  ): Promise<ServiceDetail>;

  /** What happened to a service, newest first. */
  getTimeline(
    entityRef: string,
    query?: TimelineQuery,
    options?: CallboardRequestOptions,
  ): Promise<Timeline>;

  /** Which warning and failing findings services had, the last 30 days by default. */
  getFindingHistory(
    query?: FindingHistoryQuery,
    options?: CallboardRequestOptions,
  ): Promise<FindingHistory>;

  /** How the external systems are. */
  getSources(options?: CallboardRequestOptions): Promise<SourceList>;

  /** One external system (`kubernetes/prod-eu`) with its own facts. */
  getSource(
    source: string,
    options?: CallboardRequestOptions,
  ): Promise<SourceDetail>;

  /** Asks for a look at a source (`jenkins/main`) now; resolves when that is noted, not done. */
  refreshSource(
    source: string,
    options?: CallboardRequestOptions,
  ): Promise<void>;

  /** Entities that name something their source does not have. */
  getDoctor(
    query?: DoctorQuery,
    options?: CallboardRequestOptions,
  ): Promise<DoctorPage>;
}
