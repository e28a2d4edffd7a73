export { LastRuns } from './LastRuns';
