import { entityName } from './entityName';

describe('entityName', () => {
  it.each([
    ['component:default/checkout-api', 'checkout-api'],
    ['group:retail/team-web', 'retail/team-web'],
    ['no reference', 'no reference'],
  ])('calls %j %j', (entityRef, name) => {
    expect(entityName(entityRef)).toBe(name);
  });
});
