export * from './detail';
export * from './clusterDetail';
