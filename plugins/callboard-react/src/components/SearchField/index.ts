export { SearchField } from './SearchField';
export type { SearchFieldHandle } from './SearchField';
