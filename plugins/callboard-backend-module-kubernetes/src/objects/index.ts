export {
  KIND_NAMES,
  KINDS,
  kindOf,
  projectObject,
  type FactsOf,
  type HeldOf,
  type KindName,
} from './kinds';
export type { HeldObject } from './HeldObject';
export { Projection } from './Projection';
export { isOurs } from './isFoundByLabels';
