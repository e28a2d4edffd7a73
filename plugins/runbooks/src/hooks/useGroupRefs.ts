import useAsync from 'react-use/esm/useAsync';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

const GROUPS_MAX_COUNT = 500;

/** Groups that may look after a runbook; none where the catalog does not say. */
export function useGroupRefs(): readonly string[] {
  const catalogApi = useApiHolder().get(catalogApiRef);
  const { value = [] } = useAsync(async () => {
    const answer = await catalogApi?.getEntities({
      filter: { kind: 'Group' },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      limit: GROUPS_MAX_COUNT,
    });
    return (answer?.items ?? []).map(group => stringifyEntityRef(group)).sort();
  }, [catalogApi]);
  return value;
}
