import { packWall } from './wallDensity';
import { WallTile } from './wallTiles';

const tiles = (part: Partial<Record<WallTile['status'], number>>) =>
  Object.entries(part).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, index) => ({
      system: `${status}-${index}`,
      status: status as WallTile['status'],
      counts: { failing: 0, warning: 0, unknown: 0, ok: 0, none: 0 },
      worst: undefined,
      deliveryOnly: false,
    })),
  );

describe('packWall', () => {
  it.each([
    ['a quiet day', { failing: 1, ok: 12 }, 900, 'roomy', true],
    ['the drawn wall', { failing: 6, warning: 8, ok: 6 }, 1080, 'roomy', true],
    ['a bad day', { failing: 7, warning: 9, ok: 4 }, 900, 'dense', true],
    [
      'a bad day, many systems',
      { failing: 12, warning: 24, ok: 90 },
      900,
      'dense',
      false,
    ],
  ] as const)('%s', (_, part, height, density, showCalm) => {
    expect(packWall(tiles(part), height)).toEqual({ density, showCalm });
  });
});
