export { OutLink } from './OutLink';
