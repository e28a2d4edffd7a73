const MILLIS_PER_CORE = 1_000;
const BYTES_PER_STEP = 1_024;
const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
/** From here on a fraction says nothing. */
const WHOLE_FROM = 100;

/** Numbers and amounts as words, in one language. */
export interface NumberFormat {
  /** `2,031` */
  count(value: number): string;
  /** `0.25`, `41.5`, `640`: cores, of thousandths of them. */
  cores(millis: number): string;
  /** `512 MiB`, `1.5 TiB` */
  bytes(bytes: number): string;
  /** `65 %` without its sign: `65` */
  percent(share: number): string;
}

/** Writes numbers in a language. */
export function createNumberFormat(language: string): NumberFormat {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const amount = (value: number) =>
    (value >= WHOLE_FROM ? whole : short).format(value);
  return {
    count: value => whole.format(value),
    cores(millis) {
      const cores = millis / MILLIS_PER_CORE;
      return cores > 0 && cores < 1 ? fine.format(cores) : amount(cores);
    },
    bytes(bytes) {
      const step = Math.min(
        BYTE_UNITS.length - 1,
        Math.max(
          0,
          Math.floor(Math.log(Math.max(1, bytes)) / Math.log(BYTES_PER_STEP)),
        ),
      );
      return `${amount(bytes / BYTES_PER_STEP ** step)} ${BYTE_UNITS[step]}`;
    },
    percent: share => whole.format(share * 100),
  };
}
