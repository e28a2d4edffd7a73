import type { Entity } from '@backstage/catalog-model';

const LIFECYCLES = ['production', 'production', 'experimental', 'deprecated'];

/** Name of a component, counted from 0. */
export function serviceName(index: number): string {
  return `service-${String(index).padStart(5, '0')}`;
}

/** Components as a catalog gives them, owned by 200 groups in 100 systems. */
export function createComponents(count: number): Entity[] {
  return Array.from({ length: count }, (_, index) => {
    const name = serviceName(index);
    const owner = `group:default/team-${index % 200}`;
    const system = `system:default/system-${index % 100}`;
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        namespace: 'default',
        name,
        uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        etag: 'e',
        tags: [`tag-${index % 30}`],
        annotations: { 'bench.example/name': name },
      },
      spec: {
        type: 'service',
        lifecycle: LIFECYCLES[index % LIFECYCLES.length],
        owner,
        system,
      },
      relations: [
        { type: 'ownedBy', targetRef: owner },
        { type: 'partOf', targetRef: system },
      ],
    };
  });
}
