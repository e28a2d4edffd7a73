type Value = string | number | boolean | undefined;

/** The query of an address, with its question mark; lists repeat, what is undefined is left out. */
export function toQuery(
  values: Readonly<Record<string, Value | readonly string[]>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        params.append(name, String(one));
      }
    }
  }
  const query = params.toString();
  return query && `?${query}`;
}
