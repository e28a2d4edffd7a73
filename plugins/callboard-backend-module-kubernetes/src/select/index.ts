export { parseLabelSelector, type SelectorProblem } from './parseLabelSelector';
export {
  selects,
  type LabelSelector,
  type Labels,
  type Requirement,
} from './LabelSelector';
export { SubjectIndex, type Asking } from './SubjectIndex';
