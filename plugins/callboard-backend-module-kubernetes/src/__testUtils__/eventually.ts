const DEADLINE_MS = 60_000;
const POLL_MS = 50;

/** Resolves to what `read` finds as soon as it finds something; throws what was waited for in vain. */
export async function eventually<T>(
  what: string,
  read: () => T | undefined | false | Promise<T | undefined | false>,
  options: { withinMs?: number } = {},
): Promise<T> {
  const { withinMs = DEADLINE_MS } = options;
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await read();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`In vain, for ${withinMs / 1_000} s: ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, POLL_MS);
    });
  }
}
