export { FilterChoices } from './FilterChoices';
export { FilterMenu } from './FilterMenu';
