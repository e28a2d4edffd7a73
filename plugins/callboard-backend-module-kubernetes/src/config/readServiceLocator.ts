import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'kubernetes.serviceLocatorMethod.type';

/**
 * In which clusters a service is looked for: in all of them, in the one that it names, or in those
 * that it depends on in the catalog.
 */
export type ServiceLocator = 'multiTenant' | 'singleTenant' | 'catalogRelation';

/** Reads `kubernetes.serviceLocatorMethod`; `multiTenant` where there is none. */
export function readServiceLocator(config: Config): ServiceLocator {
  const type = config.getOptionalString(KEY) ?? 'multiTenant';
  switch (type) {
    case 'multiTenant':
    case 'singleTenant':
    case 'catalogRelation':
      return type;
    default:
      throw new InputError(
        `${KEY} has to be multiTenant, singleTenant or catalogRelation`,
      );
  }
}
