export { BoardFilters } from './BoardFilters';
