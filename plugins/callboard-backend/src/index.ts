/**
 * The Callboard backend: observes every source once, stores what was seen with its age, and serves
 * every viewer from that.
 *
 * @packageDocumentation
 */

export { callboardPlugin as default } from './plugin';
