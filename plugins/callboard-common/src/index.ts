/**
 * Words and rules of Callboard: they run anywhere and import nothing else of ours.
 *
 * @packageDocumentation
 */

export * from './words';
export * from './rules';
