export { ActivityBadge } from './ActivityBadge';
export { activityProgress } from './activityProgress';
