export { TwoColumns } from './TwoColumns';
export { NARROW } from './narrow';
