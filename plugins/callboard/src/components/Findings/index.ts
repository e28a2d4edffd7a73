export { Findings } from './Findings';
export { countingObservations } from './countingObservations';
export { findingPlace } from './findingPlace';
export { listFindings } from './listFindings';
export type { ListedFinding, ListedFindings } from './listFindings';
