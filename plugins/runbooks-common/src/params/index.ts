export * from './fillCommand';
