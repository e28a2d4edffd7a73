/**
 * A make-believe company for demo, tests and benchmarks.
 *
 * @packageDocumentation
 */

export * from './jenkins';
export { createLandscape } from './Landscape';
export type {
  IncidentReport,
  Landscape,
  LandscapeOptions,
  NewService,
} from './Landscape';
export { createJenkinsFolders } from './simulation/createJenkinsFolders';
export { startLandscape } from './startLandscape';
export type { RunningLandscape, StartLandscapeOptions } from './startLandscape';
export type { InstanceName, Role, Service } from './company/model';
export type { JobIncident, JobIncidentKind } from './simulation/incidents';
