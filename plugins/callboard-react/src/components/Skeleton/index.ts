export { SkeletonBox } from './SkeletonBox';
export { Skeletons } from './Skeletons';
