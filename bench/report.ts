/** One line of the report: what was measured, against what, and the bar it has to stay under. */
export interface Ratio {
  readonly name: string;
  readonly measured: string;
  readonly against: string;
  readonly ratio: number;
  readonly bar: number;
}

const ratios: Ratio[] = [];

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export function milliseconds(values: readonly number[]): string {
  return `p50 ${quantile(values, 0.5).toFixed(2)} ms, p95 ${quantile(
    values,
    0.95,
  ).toFixed(2)} ms (n=${values.length})`;
}

/** Adds a line to the report and prints it at once. */
export function report(ratio: Ratio): void {
  ratios.push(ratio);
  process.stdout.write(
    `${ratio.ratio <= ratio.bar ? 'within' : 'OVER  '}  ${
      ratio.name
    }: ${ratio.ratio.toFixed(2)} of at most ${ratio.bar}\n        measured ${
      ratio.measured
    }\n        against  ${ratio.against}\n`,
  );
}

/** How many lines are over their bar. */
export function overCount(): number {
  return ratios.filter(({ ratio, bar }) => ratio > bar).length;
}
