import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { sourceRouteRef } from '../routes';

/** The path of the page of a source (`kubernetes/prod-eu`). */
export function useSourcePath(): (source: string) => string {
  const path = useRouteRef(sourceRouteRef);
  return useCallback(
    source => {
      const slash = source.indexOf('/');
      return path({
        type: encodeURIComponent(source.slice(0, slash)),
        name: encodeURIComponent(source.slice(slash + 1)),
      });
    },
    [path],
  );
}
