import {
  createContext,
  ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import {
  paramsAskedFor,
  type RunbookParam,
} from '@callboard/plugin-runbooks-common';

/** Values that commands ask for and that no finding brought, for all commands of a page. */
export interface AskedValues {
  /** Names that the runbook declares, beyond those that findings bring. */
  readonly declared: readonly string[];
  /** Whether commands have a field for each value that they lack. */
  readonly asks: boolean;
  /** What the person typed, else what the runbook declares. */
  valueOf(name: string): string;
  set(name: string, value: string): void;
}

const NONE_DECLARED: readonly RunbookParam[] = [];

const Context = createContext<AskedValues | undefined>(undefined);

/** Values that commands ask for; nothing where no page keeps them. */
export function useAskedValues(): AskedValues | undefined {
  return useContext(Context);
}

/** Keeps what the person types for a page, unless something around it does so already. */
export function AskedValuesProvider(props: {
  readonly children: ReactNode;
  /** What the front matter of the runbook declares. */
  readonly params?: readonly RunbookParam[];
  /** Commands ask for what is missing; they do unless this is false. */
  readonly asks?: boolean;
}) {
  const { children, params = NONE_DECLARED, asks = true } = props;
  const outer = useContext(Context);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const set = useCallback(
    (name: string, value: string) =>
      setTyped(before => new Map(before).set(name, value)),
    [],
  );
  const declared = useMemo(() => params.map(({ name }) => name), [params]);
  const defaults = useMemo(() => defaultsOf(params), [params]);
  const own = useMemo(
    () => ({
      declared,
      asks,
      valueOf: (name: string) => typed.get(name) ?? defaults.get(name) ?? '',
      set,
    }),
    [declared, asks, typed, defaults, set],
  );
  return <Context.Provider value={outer ?? own}>{children}</Context.Provider>;
}

/** Defaults under the names that commands ask for: what is declared as `ns` is the `namespace`. */
function defaultsOf(
  params: readonly RunbookParam[],
): ReadonlyMap<string, string> {
  const declared = params.map(({ name }) => name);
  return new Map(
    params.flatMap(param =>
      param.default === undefined
        ? []
        : paramsAskedFor(`{{${param.name}}}`, { declared }).map(
            name => [name, param.default ?? ''] as const,
          ),
    ),
  );
}
