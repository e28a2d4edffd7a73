export * from './changesThings';
export * from './commandsOfBlock';
export * from './tools';
