import type { Entity } from '@backstage/catalog-model';

/** An entity with relations, as the catalog gives it. */
export function entityOf(options: {
  readonly ref: string;
  readonly owner?: string;
  readonly partOf?: string;
  readonly links?: { url: string; title?: string; type?: string }[];
}): Entity {
  const { ref, owner, partOf, links } = options;
  const [kind, rest] = ref.split(':');
  const [namespace, ...name] = rest.split('/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind[0].toUpperCase() + kind.slice(1),
    metadata: {
      uid: `uid-${ref}`,
      namespace,
      name: name.join('/'),
      ...(links && { links }),
    },
    relations: [
      ...(owner ? [{ type: 'ownedBy', targetRef: owner }] : []),
      ...(partOf ? [{ type: 'partOf', targetRef: partOf }] : []),
    ],
  };
}

/** A shop with its system, domain and team, and somebody else's service. */
export const FERNWAY: Entity[] = [
  entityOf({
    ref: 'component:default/checkout',
    owner: 'group:default/payments',
    partOf: 'system:default/shop',
    links: [
      {
        url: 'https://wiki.example/checkout',
        title: 'Wiki',
        type: 'runbook',
      },
      { url: 'https://example.com/dashboard', type: 'dashboard' },
    ],
  }),
  entityOf({
    ref: 'component:default/search',
    owner: 'group:default/discovery',
  }),
  entityOf({
    ref: 'system:default/shop',
    owner: 'group:default/payments',
    partOf: 'domain:default/retail',
  }),
  entityOf({ ref: 'domain:default/retail', owner: 'group:default/board' }),
  entityOf({ ref: 'group:default/payments' }),
  entityOf({ ref: 'group:default/discovery' }),
  entityOf({ ref: 'component:default/orphan' }),
];
