import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { KIND_NAMES, kindOf } from '../objects';
import { customResourceName, type CustomResource } from './CustomResource';

const KEY = 'customResources';
/** They become parts of a path. */
const LABEL = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?';
const GROUP = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const NAME = new RegExp(`^${LABEL}$`);

/**
 * Reads `customResources` of a cluster or of all of them; undefined where there is no such key. Each
 * kind once, and none that is watched anyway. Throws an InputError that names the key.
 */
export function readCustomResources(
  config: Config,
  path: string,
): readonly CustomResource[] | undefined {
  const entries = config.getOptionalConfigArray(KEY);
  const read = entries?.map((entry, index) => {
    const at = `${path}.${KEY}[${index}]`;
    return {
      group: readPart(entry, { key: 'group', at, pattern: GROUP }),
      apiVersion: readPart(entry, { key: 'apiVersion', at, pattern: NAME }),
      plural: readPart(entry, { key: 'plural', at, pattern: NAME }),
    };
  });
  return (
    read && [
      ...new Map(
        read
          .filter(resource => !isWatchedAnyway(resource))
          .map(resource => [customResourceName(resource), resource]),
      ).values(),
    ]
  );
}

function readPart(
  config: Config,
  options: { key: string; at: string; pattern: RegExp },
): string {
  const { key, at, pattern } = options;
  const value = config.getOptional(key);
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw new InputError(
      `${at}.${key} must be there, in lower case, as in group argoproj.io, apiVersion v1alpha1, plural rollouts`,
    );
  }
  return value;
}

function isWatchedAnyway({ group, plural }: CustomResource): boolean {
  return KIND_NAMES.map(kindOf).some(
    kind => kind.group === group && kind.resource === plural,
  );
}
