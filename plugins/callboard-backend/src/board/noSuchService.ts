import { NotFoundError } from '@backstage/errors';

/** Says the same of a service that does not exist and of one that may not be seen. */
export function noSuchService(entityRef: string): NotFoundError {
  return new NotFoundError(`There is no service '${entityRef}' on the board`);
}
