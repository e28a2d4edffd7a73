export { ViewTab } from './ViewTab';
