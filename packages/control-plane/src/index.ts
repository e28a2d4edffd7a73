/**
 * A real Kubernetes control plane with simulated nodes, for tests and benchmarks.
 *
 * @packageDocumentation
 */

export { ControlPlane, type ControlPlaneOptions } from './ControlPlane';
export { AdminApi, type AnsweredObject, type Patch } from './AdminApi';
export { MANIFESTS, type Manifest } from './manifests';
