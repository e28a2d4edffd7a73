/** Runs a task for every item, so many at the same time, in their order. */
export async function inParallel<T>(
  items: Iterable<T>,
  options: { max: number; task: (item: T) => Promise<void> },
): Promise<void> {
  // One iterator for all workers: whoever is free takes the next item.
  const queue = [...items].values();
  const work = async () => {
    for (const item of queue) {
      await options.task(item);
    }
  };
  await Promise.all(Array.from({ length: options.max }, work));
}
