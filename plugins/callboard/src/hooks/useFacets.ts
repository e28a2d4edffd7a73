import { useApi } from '@backstage/core-plugin-api';
import { Facet, FacetName } from '@callboard/plugin-callboard-common';
import { callboardApiRef } from '../api/callboardApiRef';
import { BoardView, writeView } from '../board/boardView';
import { filterQuery } from '../board/viewQuery';
import { Live, useLive } from './useLive';

/** The values of something among the services of a view, whatever their status. */
export function useFacets(options: {
  /** Undefined asks for nothing. */
  readonly by: FacetName | undefined;
  readonly view: BoardView;
}): Live<readonly Facet[]> {
  const { by, view } = options;
  const api = useApi(callboardApiRef);
  const query = filterQuery(view);
  const params = writeView({ ...view, status: [], group: undefined });
  return useLive<readonly Facet[]>({
    key: by && `facets ${by} ${params}`,
    load: async ({ signal }) =>
      by ? (await api.getFacets(by, query, { signal })).items : [],
  });
}
