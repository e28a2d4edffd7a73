export { CommandBlock } from './CommandBlock';
export { fill, isSafe, markFilled } from './commandParts';
export type { CommandPart } from './commandParts';
