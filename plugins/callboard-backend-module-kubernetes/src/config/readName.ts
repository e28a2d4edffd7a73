import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const MAX_NAME_LENGTH_COUNT = 100;

/** The name of a cluster, as annotations and the id of its source hold it. */
export function readName(config: Config, path: string): string {
  const name = config.getString('name').trim();
  if (!isClusterName(name)) {
    throw new InputError(
      `${path}.name must be a short name without spaces and control characters`,
    );
  }
  return name;
}

/** Whether something can be the name of a cluster; names of cloud accounts hold `:` and `/`. */
export function isClusterName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= MAX_NAME_LENGTH_COUNT &&
    !/[\p{Cc}\p{Cf}\s\\]/u.test(name)
  );
}
