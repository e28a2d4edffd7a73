export { BoardFilters } from './BoardFilters';
export type { SearchFieldHandle } from './SearchField';
