const MAX_TEXTS_COUNT = 2_000;

type Options = Readonly<Record<string, unknown>>;

/** What a text depends on; undefined where something in it is no plain value. */
function identityOf(key: string, options: Options | undefined) {
  if (!options) {
    return key;
  }
  let identity = key;
  for (const name of Object.keys(options)) {
    const value = options[name];
    if (typeof value !== 'string' && typeof value !== 'number') {
      return undefined;
    }
    identity += `\n${name}\n${value}`;
  }
  return identity;
}

/**
 * The same translation function, which remembers what it told. Translating takes tens of
 * microseconds, and a table has hundreds of texts, nearly all of them alike.
 */
export function rememberTexts<T extends Function>(t: T): T {
  const told = new Map<string, unknown>();
  const remembering = (key: string, options?: Options) => {
    const identity = identityOf(key, options);
    const known = identity === undefined ? undefined : told.get(identity);
    if (known !== undefined) {
      return known;
    }
    const text = t(key, options);
    if (identity !== undefined) {
      if (told.size >= MAX_TEXTS_COUNT) {
        told.clear();
      }
      told.set(identity, text);
    }
    return text;
  };
  return remembering as unknown as T;
}
