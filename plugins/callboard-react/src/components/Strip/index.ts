export { Strip } from './Strip';
export type { StripTone } from './Strip';
export { Strips } from './Strips';
