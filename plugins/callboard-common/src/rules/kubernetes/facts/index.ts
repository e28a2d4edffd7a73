export * from './objects';
export * from './memory';
export { rememberReplicas, rememberRestarts } from './remember';
export * from './snapshot';
export * from './worthKeeping';
