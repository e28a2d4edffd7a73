export { UnsentStrips } from './UnsentStrips';
