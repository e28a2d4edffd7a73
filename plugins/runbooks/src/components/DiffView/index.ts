export { DiffView } from './DiffView';
export { DiffWords } from './DiffWords';
