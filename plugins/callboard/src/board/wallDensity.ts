import { WallTile } from './wallTiles';

/** How tightly a wall is packed: nobody scrolls a wall. */
export type WallDensity = 'roomy' | 'dense';

const FRAME_PX = 130;

/** Tiles side by side, and the height of such a row with its gap. */
const ROWS = {
  roomy: {
    failing: { across: 3, heightPx: 190 },
    troubled: { across: 4, heightPx: 182 },
    calm: { across: 6, heightPx: 84 },
  },
  dense: {
    failing: { across: 4, heightPx: 154 },
    troubled: { across: 6, heightPx: 150 },
    calm: { across: 6, heightPx: 72 },
  },
} as const;

/** How many tiles of each kind a wall has. */
function countTiles(tiles: readonly WallTile[]) {
  const failing = tiles.filter(tile => tile.status === 'failing').length;
  const calm = tiles.filter(tile => tile.status === 'ok').length;
  return { failing, calm, troubled: tiles.length - failing - calm };
}

function wallHeight(tiles: readonly WallTile[], density: WallDensity): number {
  const counts = countTiles(tiles);
  return (['failing', 'troubled', 'calm'] as const).reduce((sum, kind) => {
    const { across, heightPx } = ROWS[density][kind];
    return sum + Math.ceil(counts[kind] / across) * heightPx;
  }, FRAME_PX);
}

/**
 * How to pack the tiles so that they fit a screen: as drawn, else tighter, else without the
 * systems that are fine, which then are only counted.
 */
export function packWall(
  tiles: readonly WallTile[],
  screenHeightPx: number,
): { readonly density: WallDensity; readonly showCalm: boolean } {
  if (wallHeight(tiles, 'roomy') <= screenHeightPx) {
    return { density: 'roomy', showCalm: true };
  }
  return {
    density: 'dense',
    showCalm: wallHeight(tiles, 'dense') <= screenHeightPx,
  };
}
