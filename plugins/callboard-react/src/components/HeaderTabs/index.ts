export { HeaderTabs } from './HeaderTabs';
