export * from './objects';
export * from './memory';
export {
  rememberReplicas,
  rememberRestarts,
  type ReplicatedFacts,
} from './remember';
export * from './snapshot';
export * from './worthKeeping';
