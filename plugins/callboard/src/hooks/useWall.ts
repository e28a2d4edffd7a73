import { useApi } from '@backstage/core-plugin-api';
import { Counts } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { WallTile, wallTiles } from '../board/wallTiles';
import { Live, useLive } from './useLive';

const POLL_MS = 10_000;
const WORST_COUNT = 200;

/** What a wall shows. */
export interface Wall {
  readonly counts: Counts;
  readonly tiles: readonly WallTile[];
}

/** The systems, kept fresh whether or not anybody touches the screen. */
export function useWall(): Live<Wall> {
  const api = useApi(callboardApiRef);
  return useLive<Wall>({
    key: 'wall',
    pollMs: POLL_MS,
    keepWhenHidden: true,
    async load({ signal }) {
      const [systems, page] = await Promise.all([
        api.getFacets('system', {}, { signal }),
        api.getServices(
          {
            status: ['failing', 'warning', 'unknown'],
            sort: 'worst',
            limit: WORST_COUNT,
          },
          { signal },
        ),
      ]);
      return {
        counts: page.counts,
        tiles: wallTiles({
          systems: systems.items,
          counts: page.counts,
          worst: page.items,
        }),
      };
    },
  });
}
