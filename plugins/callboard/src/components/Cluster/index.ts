export { Cluster } from './Cluster';
