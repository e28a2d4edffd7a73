/** Focuses the field of the first of some values that a command lacks, where it has fields. */
export function focusField(
  command: HTMLElement | null,
  missing: readonly string[],
): void {
  const fields = command?.querySelectorAll<HTMLElement>('[data-param]') ?? [];
  [...fields]
    .find(({ dataset }) => missing.includes(dataset.param ?? ''))
    ?.focus();
}
