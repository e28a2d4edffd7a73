export { SourcePage } from './SourcePage';
