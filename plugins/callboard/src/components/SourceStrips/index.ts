export { SourceStrips } from './SourceStrips';
