import type { JsonRecord } from './json';

const QUANTITY =
  /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)([eE][+-]?\d+|[A-Za-z]{0,2})$/;

const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
]);

/** A Kubernetes quantity as a number: `250m`, `1Gi`, `1e3`, `128974848000m`. */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, digits, suffix] = match;
  const isExponent = /^[eE][+-]?\d/.test(suffix);
  const factor = isExponent
    ? 10 ** Number(suffix.slice(1))
    : SUFFIXES.get(suffix);
  return factor === undefined ? undefined : Number(digits) * factor;
}

/** What stands under a key of `requests`, `limits`, `allocatable`; undefined where it is none. */
export function quantityIn(
  parent: JsonRecord,
  key: string,
): number | undefined {
  const value = parent[key];
  if (typeof value === 'string') {
    return parseQuantity(value);
  }
  return typeof value === 'number' ? value : undefined;
}

/** In thousandths of a core, rounded up as the scheduler does. */
export function cpuMillisIn(parent: JsonRecord): number {
  return Math.ceil(round((quantityIn(parent, 'cpu') ?? 0) * 1000));
}

/** In bytes. */
export function memoryBytesIn(parent: JsonRecord): number {
  return Math.ceil(round(quantityIn(parent, 'memory') ?? 0));
}

/** Takes off what binary fractions add: 0.0011 cores are 1.1 thousandths, not 1.1000000000000001. */
function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
