export type { LinkTargets } from './isBrokenLink';
export * from './isVerified';
export * from './problemsOf';
export * from './ReviewRequiredError';
export * from './settleState';
export * from './verifies';
