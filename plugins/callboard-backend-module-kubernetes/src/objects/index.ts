export {
  KIND_NAMES,
  KINDS,
  kindOf,
  projectObject,
  type FactsOf,
  type HeldKind,
  type HeldOf,
  type KindName,
} from './kinds';
export { projectCustomResource } from './projectCustomResource';
export type { HeldObject } from './HeldObject';
export { Projection } from './Projection';
export { isOurs } from './isFoundByLabels';
