import { useCallback, useRef } from 'react';
import { useServicePath } from './useServicePath';

/** The address of a service's tab; resolving a route is too slow for every row of a long list. */
export function useCachedServicePath(): (entityRef: string) => string {
  const servicePath = useRef(useServicePath());
  const known = useRef(new Map<string, string>());
  return useCallback((entityRef: string) => {
    const path = known.current.get(entityRef) ?? servicePath.current(entityRef);
    known.current.set(entityRef, path);
    return path;
  }, []);
}
