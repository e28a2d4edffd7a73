export * from './status';
export * from './aspect';
export * from './finding';
export * from './observation';
export * from './serviceStatus';
export * from './sourceHealth';
