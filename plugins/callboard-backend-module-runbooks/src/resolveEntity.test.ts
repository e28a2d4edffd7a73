import type { Entity } from '@backstage/catalog-model';
import { resolveEntity } from './resolveEntity';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
};

describe('resolveEntity', () => {
  it('makes every service a subject', () => {
    expect(resolveEntity(entity)).toEqual({
      problems: [],
      subjects: [
        {
          source: 'runbooks/main',
          aspect: 'runbooks',
          key: 'component:default/checkout',
          spec: { refs: ['component:default/checkout'], external: 0 },
        },
      ],
    });
  });

  it('says what a service inherits from, and what is kept elsewhere', () => {
    const { subjects } = resolveEntity({
      ...entity,
      metadata: {
        name: 'checkout',
        links: [
          { type: 'runbook', url: 'https://wiki.example/checkout' },
          { type: 'runbook', url: 'data:text/html,x' },
          { type: 'dashboard', url: 'https://wiki.example/graphs' },
        ],
      },
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/team-b' },
        { type: 'ownedBy', targetRef: 'group:default/team-a' },
        { type: 'partOf', targetRef: 'system:default/shop' },
        { type: 'dependsOn', targetRef: 'resource:default/db' },
      ],
    });
    expect(subjects[0].spec).toEqual({
      refs: [
        'component:default/checkout',
        'system:default/shop',
        'group:default/team-a',
        'group:default/team-b',
      ],
      system: 'system:default/shop',
      external: 1,
    });
  });
});
