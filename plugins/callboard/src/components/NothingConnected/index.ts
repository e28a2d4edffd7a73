export { NothingConnected } from './NothingConnected';
