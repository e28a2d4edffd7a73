import { parseEntityRef } from '@backstage/catalog-model';

/**
 * How a person calls an entity: its name, with the namespace where it is not the default.
 * @public
 */
export function entityName(entityRef: string): string {
  try {
    const { namespace, name } = parseEntityRef(entityRef);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    // A group by something that is no reference, or a catalog with a broken relation.
    return entityRef;
  }
}
