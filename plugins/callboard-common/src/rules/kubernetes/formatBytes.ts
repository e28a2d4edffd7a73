const UNITS = ['Ti', 'Gi', 'Mi', 'Ki'] as const;

/** Writes an amount of memory as Kubernetes does: `512 Mi`. */
export function formatBytes(bytes: number): string {
  for (const [index, unit] of UNITS.entries()) {
    const size = 1024 ** (UNITS.length - index);
    if (bytes >= size) {
      return `${Math.round((10 * bytes) / size) / 10} ${unit}`;
    }
  }
  return `${bytes}`;
}
