export { StepWrong } from './StepWrong';
