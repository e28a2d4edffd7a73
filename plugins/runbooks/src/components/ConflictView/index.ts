export { ConflictView } from './ConflictView';
export type { PlaceChoice } from './ConflictPlaceView';
