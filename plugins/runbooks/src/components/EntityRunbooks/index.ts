export { ActiveRuns } from './ActiveRuns';
export { NoRunbooks } from './NoRunbooks';
export { NoneFits } from './NoneFits';
export { RunbookRows } from './RunbookRows';
export { RunbooksFailure } from './RunbooksFailure';
export { RunbooksSkeleton } from './RunbooksSkeleton';
export { useStyles } from './useStyles';
export { WriteButton } from './WriteButton';
