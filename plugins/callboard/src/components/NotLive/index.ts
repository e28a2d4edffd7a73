export { NotLive } from './NotLive';
