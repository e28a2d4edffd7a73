export { AnnotationDoctor } from './AnnotationDoctor';
