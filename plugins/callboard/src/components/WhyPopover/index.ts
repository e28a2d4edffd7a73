export { WhyPopover } from './WhyPopover';
