export * from './changesThings';
export * from './commandsOfBlock';
export { showHiddenCharacters } from './hiddenCharacters';
export * from './inlineCommandOf';
export * from './tools';
