export { WhyDialog } from './WhyDialog';
