import { useSearchParams } from 'react-router-dom';

/** Two versions, as the address names them. */
export interface Comparison {
  readonly from?: number;
  readonly to?: number;
  compare(versions: { readonly from: number; readonly to: number }): void;
}

function readVersion(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text)
    ? Number(text)
    : undefined;
}

/** Reads and writes `?from=&to=`: a comparison is a link. Without one it is the last change. */
export function useComparison(newest: number | undefined): Comparison {
  const [search, setSearch] = useSearchParams();
  const to = readVersion(search.get('to')) ?? newest;
  const before = to !== undefined && to > 1 ? to - 1 : undefined;
  return {
    to,
    from: readVersion(search.get('from')) ?? before,
    compare(versions) {
      setSearch(
        { from: String(versions.from), to: String(versions.to) },
        { replace: true },
      );
    },
  };
}
