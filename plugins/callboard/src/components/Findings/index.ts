export { Findings } from './Findings';
export { countingObservations } from './countingObservations';
export { listFindings } from './listFindings';
export type { ListedFinding, ListedFindings } from './listFindings';
