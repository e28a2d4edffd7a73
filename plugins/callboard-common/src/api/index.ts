export {
  CallboardClient,
  type CallboardClientOptions,
  type CallboardDiscoveryApi,
  type CallboardFetchApi,
} from './CallboardClient';
export type {
  CallboardApi,
  CallboardRequestOptions,
  DoctorQuery,
  FindingHistoryQuery,
  TimelineQuery,
} from './CallboardApi';
export {
  doctorPageSchema,
  facetListSchema,
  findingHistorySchema,
  servicesByRefsSchema,
  sourceDetailSchema,
  sourceListSchema,
  timelineSchema,
  type DoctorPage,
  type FacetList,
  type FindingHistory,
  type ServicesByRefs,
  type SourceDetail,
  type SourceList,
  type Timeline,
} from './answers';
export {
  fromSearchParams,
  NO_VALUE,
  OWNER_ME,
  SERVICE_SORTS,
  serviceQuerySchema,
  toSearchParams,
  type ServiceQuery,
  type ServiceSort,
} from './ServiceQuery';
