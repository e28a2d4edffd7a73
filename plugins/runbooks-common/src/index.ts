/**
 * Words and rules of runbooks: what they are, how their Markdown is read, which one fits a finding,
 * and the typed client.
 *
 * @packageDocumentation
 */
export * from './api';
export {
  changesThings,
  commandsOfBlock,
  inlineCommandOf,
  isOutputLanguage,
  looksLikeCommand,
  showHiddenCharacters,
  type BlockCommand,
} from './commands';
export * from './lifecycle';
export * from './markdown';
export * from './matching';
export * from './merge';
export * from './params';
export * from './permissions';
export * from './secrets';
export * from './words';
