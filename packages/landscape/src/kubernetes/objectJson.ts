import type { StoredObject } from './ObjectStore';
import { apiVersionOf, RESOURCES } from './resources';
import type { KubernetesResource } from './resources';

/** As an item of a list: without kind and apiVersion. */
export function itemJson({ object, version }: StoredObject): string {
  return JSON.stringify(object.body(String(version)));
}

/** As it is got and watched: with kind and apiVersion in front. */
export function objectJson(
  { object, version }: StoredObject,
  at = version,
): string {
  const resource = RESOURCES[object.resource];
  const body = JSON.stringify(object.body(String(at)));
  return `{"kind":"${resource.kind}","apiVersion":"${apiVersionOf(
    resource,
  )}",${body.slice(1)}`;
}

/** Values that field selectors compare. */
export function fieldsOf({
  object,
}: StoredObject): Readonly<Record<string, string>> {
  return {
    ...object.fields,
    'metadata.name': object.name,
    'metadata.namespace': object.namespace,
  };
}

/** Names that field selectors may have. */
export function selectableFields(
  resource: KubernetesResource,
): readonly string[] {
  return [
    'metadata.name',
    ...(resource.namespaced ? ['metadata.namespace'] : []),
    ...(resource.selectableFields ?? []),
  ];
}
