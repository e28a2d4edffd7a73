import { entityName } from './entityName';

describe('entityName', () => {
  it('is the name alone', () => {
    expect(entityName('component:default/checkout-api')).toBe('checkout-api');
  });
});
