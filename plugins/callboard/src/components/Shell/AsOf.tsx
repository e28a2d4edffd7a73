import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

/** How fresh the page is: the server's clock when it answered, and whether it still does. */
export interface AsOf {
  readonly atMs: number;
  readonly live: boolean;
}

interface AsOfStore {
  readonly asOf: AsOf | undefined;
  report(asOf: AsOf | undefined): void;
}

const AsOfContext = createContext<AsOfStore>({
  asOf: undefined,
  report: () => {},
});

/** Lets the header say how fresh the page below it is. */
export function AsOfProvider(props: { readonly children: ReactNode }) {
  const [asOf, report] = useState<AsOf>();
  const store = useMemo(() => ({ asOf, report }), [asOf]);
  return (
    <AsOfContext.Provider value={store}>{props.children}</AsOfContext.Provider>
  );
}

/** How fresh the page is. */
export function useAsOf(): AsOf | undefined {
  return useContext(AsOfContext).asOf;
}

/** Tells the header how fresh this page is, while it is shown. */
export function useReportAsOf(options: {
  /** ISO 8601 in UTC. */
  readonly at: string | undefined;
  readonly live: boolean;
}): void {
  const { at, live } = options;
  const { report } = useContext(AsOfContext);
  useEffect(() => {
    report(at === undefined ? undefined : { atMs: Date.parse(at), live });
    return () => report(undefined);
  }, [report, at, live]);
}
