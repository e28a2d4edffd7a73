export * from './answers';
export * from './RunbookConflictError';
export * from './RunbooksApi';
export * from './RunbooksClient';
