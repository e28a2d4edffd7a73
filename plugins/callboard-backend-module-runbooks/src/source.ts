/** A portal has one set of runbooks. */
export const SOURCE_TYPE = 'runbooks';
export const SOURCE_NAME = 'main';
