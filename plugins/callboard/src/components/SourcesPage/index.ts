export { SourcesPage } from './SourcesPage';
export { LastGood } from './LastGood';
export { SourcesError, SourcesForbidden } from './SourcesState';
export { SOURCE_TONES } from './sourceTones';
export { useSourceWords } from './useSourceWords';
