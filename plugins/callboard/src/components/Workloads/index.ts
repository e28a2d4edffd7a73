export { Workloads } from './Workloads';
