export type { LinkTargets } from './isBrokenLink';
export * from './isVerified';
export * from './problemsOf';
export * from './settleState';
export * from './verifies';
