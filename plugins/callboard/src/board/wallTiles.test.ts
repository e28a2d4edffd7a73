import { Counts, ServiceStatus } from '@callboard/plugin-callboard-common';
import { wallTiles } from './wallTiles';

const counts = (part: Partial<Counts>): Counts => ({
  failing: 0,
  warning: 0,
  unknown: 0,
  ok: 0,
  none: 0,
  ...part,
});
const failing = (
  name: string,
  part: Partial<ServiceStatus>,
): ServiceStatus => ({
  entityRef: `component:default/${name}`,
  name,
  tags: [],
  status: 'failing',
  since: '2026-11-24T13:00:00.000Z',
  stale: false,
  aspects: {},
  ...part,
});

describe('wallTiles', () => {
  it('puts the worst system first, live before delivery, and forgets nobody', () => {
    const tiles = wallTiles({
      systems: [
        { value: 'fine', counts: counts({ ok: 5 }) },
        { value: 'shop', counts: counts({ failing: 2 }) },
        { value: 'pay', counts: counts({ failing: 1, unknown: 2 }) },
        { value: 'blind', counts: counts({ unknown: 1, ok: 3 }) },
        { value: 'silent', counts: counts({ none: 4 }) },
      ],
      counts: counts({ failing: 3, warning: 1, unknown: 3, ok: 8, none: 4 }),
      worst: [
        failing('pay-api', { system: 'pay', impact: 'live' }),
        failing('shop-web', { system: 'shop', impact: 'delivery' }),
        failing('shop-api', { system: 'shop', impact: 'delivery' }),
      ],
    });
    expect(
      tiles.map(tile => [
        tile.system,
        tile.status,
        tile.worst?.name,
        tile.deliveryOnly,
      ]),
    ).toEqual([
      ['pay', 'failing', 'pay-api', false],
      ['shop', 'failing', 'shop-web', true],
      ['', 'warning', undefined, false],
      ['blind', 'unknown', undefined, false],
      ['fine', 'ok', undefined, false],
    ]);
  });
});
