export { LongTable } from './LongTable';
