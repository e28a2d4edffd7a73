import { InputError } from '@backstage/errors';
import { sourceId, type StatusSource } from '@callboard/plugin-callboard-node';

const ID_MAX_LENGTH = 250;

/** The id of a source of a type; throws an InputError where the source cannot be used. */
export function checkSource(source: StatusSource, type: string): string {
  const id = sourceId(source.type, source.name);
  if (source.type !== type) {
    throw new InputError(`'${id}' is no source of type '${type}'`);
  }
  if (id.length > ID_MAX_LENGTH) {
    throw new InputError(`The name of source '${id}' is too long`);
  }
  if (!(source.intervalMs > 0) || !(source.deadlineMs > 0)) {
    throw new InputError(
      `The interval and the deadline of '${id}' have to be positive`,
    );
  }
  return id;
}
