export { ChangeWords } from './ChangeWords';
