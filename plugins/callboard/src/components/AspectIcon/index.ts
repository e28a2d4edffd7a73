export { AspectIcon } from './AspectIcon';
