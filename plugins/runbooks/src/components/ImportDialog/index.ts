export { ExportButton } from './ExportButton';
export { ImportDialog } from './ImportDialog';
