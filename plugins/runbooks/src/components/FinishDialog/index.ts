export { FinishDialog } from './FinishDialog';
