export { BoardHelp } from './BoardHelp';
