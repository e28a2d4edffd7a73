export { BoardTable } from './BoardTable';
export type { BoardTableHandle } from './BoardTable';
