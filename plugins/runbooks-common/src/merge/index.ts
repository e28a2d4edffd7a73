export * from './mergeTexts';
