export * from './matcher';
export * from './problem';
export * from './run';
export * from './runbook';
