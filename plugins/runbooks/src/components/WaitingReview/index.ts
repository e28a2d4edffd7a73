export { PublishStrips } from './PublishStrips';
export { WaitingStrip } from './WaitingStrip';
