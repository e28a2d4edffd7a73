export { Instant } from './Instant';
export { Since } from './Since';
