export { WhyButton } from './WhyButton';
