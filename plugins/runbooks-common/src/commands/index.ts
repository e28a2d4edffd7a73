export * from './changesThings';
export * from './commandsOfBlock';
export * from './inlineCommandOf';
export * from './tools';
