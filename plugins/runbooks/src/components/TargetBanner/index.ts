export { TargetBanner } from './TargetBanner';
