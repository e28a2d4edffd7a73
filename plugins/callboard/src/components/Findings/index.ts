export { Findings } from './Findings';
export { listFindings } from './listFindings';
export type { ListedFinding, ListedFindings } from './listFindings';
