export * from './objects';
export * from './memory';
export * from './remember';
export * from './snapshot';
export * from './worthKeeping';
