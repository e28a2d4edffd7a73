export { GroupCounts } from './GroupCounts';
