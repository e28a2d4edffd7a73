import { textIn, type JsonRecord } from './json';

/** The state of the object, opaque; empty where it has none. */
export function resourceVersionOf(metadata: JsonRecord): string {
  return textIn(metadata, 'resourceVersion') ?? '';
}
