export { statusShape } from './shapes';
export { StatusIcon } from './StatusIcon';
