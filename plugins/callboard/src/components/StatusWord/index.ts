export { StatusPill } from './StatusPill';
export { StatusWord } from './StatusWord';
