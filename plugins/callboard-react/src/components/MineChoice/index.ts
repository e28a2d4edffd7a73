export { MineChoice } from './MineChoice';
