/**
 * A make-believe company for demo, tests and benchmarks.
 *
 * @packageDocumentation
 */

export * from './jenkins';
export * from './kubernetes';
export * from './prometheus';
export { createLandscape } from './Landscape';
export type {
  ClusterIncidentReport,
  IncidentReport,
  Landscape,
  LandscapeOptions,
  NewService,
} from './Landscape';
export { createJenkinsFolders } from './simulation/createJenkinsFolders';
export { createKubernetesCluster } from './simulation/createKubernetesCluster';
export type { SimulatedCluster } from './simulation/createKubernetesCluster';
export { startLandscape } from './startLandscape';
export type { RunningLandscape, StartLandscapeOptions } from './startLandscape';
export type { ClusterName, InstanceName, Role, Service } from './company/model';
export type {
  NodeIncidentKind,
  WorkloadIncident,
  WorkloadIncidentKind,
} from './simulation/kubernetes/incidents';
export type { WorkloadPlan } from './simulation/kubernetes/Workload';
export type { WorkloadPlace } from './simulation/KubernetesEstate';
export type { JobIncident, JobIncidentKind } from './simulation/incidents';
