export { ExplanationText } from './ExplanationText';
