export * from './objects';
export * from './memory';
export * from './snapshot';
