/**
 * A make-believe company for demo, tests and benchmarks.
 *
 * @packageDocumentation
 */

export * from './jenkins';
