/** The name of an entity: `component:default/checkout-api` is "checkout-api". */
export function entityName(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
