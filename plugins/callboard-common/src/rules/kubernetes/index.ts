export * from './facts';
export * from './judged';
