export { AskedValuesProvider } from './AskedValues';
export { RunbookMarkdown } from './RunbookMarkdown';
