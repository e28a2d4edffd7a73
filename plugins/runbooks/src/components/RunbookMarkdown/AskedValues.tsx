import {
  createContext,
  ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';

/** Values that commands asked for and that the person typed, for all commands of a page. */
export interface AskedValues {
  readonly values: Readonly<Record<string, string>>;
  set(name: string, value: string): void;
}

const Context = createContext<AskedValues | undefined>(undefined);

/** Values that the person typed; nothing where no page keeps them. */
export function useAskedValues(): AskedValues | undefined {
  return useContext(Context);
}

/** Keeps what the person types for a page, unless something around it does so already. */
export function AskedValuesProvider(props: { readonly children: ReactNode }) {
  const outer = useContext(Context);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const set = useCallback(
    (name: string, value: string) =>
      setValues(before => ({ ...before, [name]: value })),
    [],
  );
  const own = useMemo(() => ({ values, set }), [values, set]);
  return (
    <Context.Provider value={outer ?? own}>{props.children}</Context.Provider>
  );
}
