export { ServiceProblem } from './ServiceProblem';
