export { CommandBlock } from './CommandBlock';
export { InlineCommand } from './InlineCommand';
