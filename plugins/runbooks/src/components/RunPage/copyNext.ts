/**
 * Copies the command of a step after the one that has the focus. A command that changes things wants
 * a tick before: that gets the focus instead.
 */
export function copyNext(step: Element | null): void {
  const buttons = [
    ...(step?.querySelectorAll<HTMLElement>('[data-copy]') ?? []),
  ];
  const at = buttons.findIndex(button => button === document.activeElement);
  const next = buttons.at((at + 1) % Math.max(1, buttons.length));
  if (next?.matches(':disabled')) {
    step
      ?.querySelector<HTMLElement>('input[type=checkbox]:not(:checked)')
      ?.focus();
  } else {
    next?.focus();
    next?.click();
  }
}
