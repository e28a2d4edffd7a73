export { KeysDialog } from './KeysDialog';
