/**
 * What a module needs to hold its sources to the contract of a source.
 *
 * @packageDocumentation
 */

export {
  runStatusSourceContract,
  type TestFramework,
} from './testkit/runStatusSourceContract';
export {
  statusSourceContract,
  type ContractCase,
} from './testkit/statusSourceContract';
export type {
  ContractSourceOptions,
  StatusSourceContractOptions,
} from './testkit/contractOptions';
export { createStandIn, type StandIn } from './testkit/standIn';
export { faults, type Fault, type FaultReason } from './testkit/faults';
export {
  FaultServer,
  type FaultHandler,
  type FaultServerClock,
  type FaultServerOptions,
  type RecordedRequest,
} from './testkit/FaultServer';
// The contract's own types, so that this entry point can be read by itself.
export type {
  MissedShard,
  ObserveOptions,
  Resolution,
  ResolutionProblem,
  Round,
  StatusSource,
  StatusSourceProvider,
  StoredDetails,
  Subject,
  SubjectDraft,
  SubjectObservation,
  UpstreamUsage,
  WatchOptions,
} from './StatusSource';
export {
  UpstreamError,
  type UpstreamErrorOptions,
  type UpstreamReason,
} from './UpstreamError';
