/** Resolves when the condition holds; the test's own deadline ends it where it never does. */
export async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }
}
