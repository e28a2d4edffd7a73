import { dirname } from 'node:path';

/** The folder of this package, which is never built: its files are used where they stand. */
export const FOLDER = dirname(require.resolve('../package.json'));
