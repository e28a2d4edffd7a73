export * from './maskSecrets';
