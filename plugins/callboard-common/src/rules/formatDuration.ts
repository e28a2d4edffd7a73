const UNITS = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1_000 },
] as const;

/**
 * Writes a duration that does not change by itself, such as a threshold, in at most two units:
 * `36 h` is `1 d 12 h`.
 * @public
 */
export function formatDuration(durationMs: number): string {
  let restMs = Math.max(0, Math.round(durationMs / 1000) * 1000);
  const first = UNITS.findIndex(unit => restMs >= unit.ms);
  if (first === -1) {
    return '0 s';
  }
  return UNITS.slice(first, first + 2)
    .flatMap(unit => {
      const count = Math.floor(restMs / unit.ms);
      restMs -= count * unit.ms;
      return count > 0 ? [`${count} ${unit.name}`] : [];
    })
    .join(' ');
}
