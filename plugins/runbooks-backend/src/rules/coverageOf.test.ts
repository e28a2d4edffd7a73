import type { ProjectedEntity } from '../catalog/projectEntity';
import { coverageOf } from './coverageOf';

const NOW = new Date('2026-11-26T12:00:00.000Z');

const service: ProjectedEntity = {
  ref: 'component:default/checkout',
  uid: 'uid',
  kind: 'component',
  owners: ['group:default/payments'],
  links: [],
};

const finding = {
  entityRef: service.ref,
  aspect: 'kubernetes',
  code: 'crash-loop',
  lastAt: '2026-11-20T10:00:00.000Z',
};

describe('coverageOf', () => {
  it.each([
    ['lacks a runbook', [], false],
    ['has one elsewhere', [{ url: 'https://wiki.example/checkout' }], true],
  ])('tells of a finding whose service %s', (_name, links, covered) => {
    const { items } = coverageOf({
      services: [{ ...service, links }],
      systems: [],
      runbooks: [],
      findings: [finding],
      now: NOW,
    });
    expect(items).toMatchObject([
      {
        owner: 'group:default/payments',
        services: [{ findings: [{ covered }] }],
      },
    ]);
  });
});
