import type {
  Aspect,
  DoctorEntry,
  Facet,
  FacetName,
  OverallStatus,
  PastFinding,
  ServiceDetail,
  ServicePage,
  ServiceSort,
  ServiceStatus,
  SourceDetail,
  SourceHealth,
  TimelineEntry,
} from '@callboard/plugin-callboard-common';
import type { Answer } from './Answer';

/** Which services are meant; an empty list does not restrict. */
export interface ServiceFilter {
  /** Of the aspects where some are named, of the service as a whole where none is. */
  readonly statuses: readonly OverallStatus[];
  readonly aspects: readonly Aspect[];
  readonly sources: readonly string[];
  readonly codes: readonly string[];
  /** Entity refs; `@none` means services without an owner. */
  readonly owners: readonly string[];
  readonly systems: readonly string[];
  readonly lifecycles: readonly string[];
  readonly tags: readonly string[];
  readonly text?: string;
}

export interface PageQuery {
  readonly filter: ServiceFilter;
  readonly sort: ServiceSort;
  /** 0 asks for the numbers only. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface TimelineQuery {
  /** Epoch milliseconds, inclusive. */
  readonly from?: number;
  /** Epoch milliseconds, exclusive. */
  readonly to?: number;
  /** Empty for everything. */
  readonly aspects: readonly Aspect[];
  readonly limit: number;
}

export interface FindingHistoryQuery {
  /** Epoch milliseconds, inclusive. */
  readonly from: number;
  /** Epoch milliseconds, exclusive. */
  readonly to: number;
  readonly entityRef?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A window that lacks its ends reaches to now, and 30 days back. */
export type FindingHistoryQuestion = Omit<FindingHistoryQuery, 'from' | 'to'> &
  Partial<Pick<FindingHistoryQuery, 'from' | 'to'>>;

export interface DoctorQuery {
  readonly owners: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
}

/** When the stored board was at the state that was read. */
export interface Dated {
  readonly revision: number;
  readonly asOf: string;
}

export interface FacetList extends Dated {
  readonly items: readonly Facet[];
}

export interface ServicesByRef extends Dated {
  readonly items: readonly (ServiceStatus | null)[];
}

export interface Timeline extends Dated {
  readonly items: readonly TimelineEntry[];
}

export interface FindingHistory extends Dated {
  readonly items: readonly PastFinding[];
  readonly nextCursor?: string;
}

export interface SourceList extends Dated {
  readonly items: readonly SourceHealth[];
}

export interface DoctorPage extends Dated {
  readonly items: readonly DoctorEntry[];
  /** Services with something to mend. */
  readonly total: number;
  /** Services that were looked at. */
  readonly checked: number;
  readonly nextCursor?: string;
}

/**
 * What is known of all services, for one viewer: every row, number and name is of services that
 * the viewer may see, and of no other.
 *
 * Throws an InputError where a query cannot be understood, and a NotFoundError where a single
 * service does not exist or may not be seen.
 */
export interface Board<TViewer> {
  services(query: PageQuery, viewer: TViewer): Promise<Answer<ServicePage>>;
  /** In the order of the refs, null for what is not there. */
  servicesByRef(
    entityRefs: readonly string[],
    viewer: TViewer,
  ): Promise<Answer<ServicesByRef>>;
  facets(
    query: { readonly by: FacetName; readonly filter: ServiceFilter },
    viewer: TViewer,
  ): Promise<Answer<FacetList>>;
  service(entityRef: string, viewer: TViewer): Promise<Answer<ServiceDetail>>;
  /** Newest first. */
  timeline(
    query: TimelineQuery & { readonly entityRef: string },
    viewer: TViewer,
  ): Promise<Answer<Timeline>>;
  /** Warning and failing of health aspects, each code of a service once. */
  findings(
    question: FindingHistoryQuestion,
    viewer: TViewer,
  ): Promise<Answer<FindingHistory>>;
  /** In trouble first. */
  sources(viewer: TViewer): Promise<Answer<SourceList>>;
  /** Throws a NotFoundError where no such source is configured. */
  source(source: string, viewer: TViewer): Promise<Answer<SourceDetail>>;
  doctor(query: DoctorQuery, viewer: TViewer): Promise<Answer<DoctorPage>>;
}
