import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readDomains } from './readDomains';

describe('readDomains', () => {
  it('knows the domain of every system that has one', async () => {
    const system = (name: string, domain?: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name },
      ...(domain && { relations: [{ type: 'partOf', targetRef: domain }] }),
    });
    const domains = await readDomains({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          system('shop', 'domain:default/retail'),
          system('tools'),
          {
            ...system('checkout', 'system:default/shop'),
            kind: 'Component',
          },
        ],
      }),
    });
    expect([...domains]).toEqual([
      ['system:default/shop', 'domain:default/retail'],
    ]);
  });
});
