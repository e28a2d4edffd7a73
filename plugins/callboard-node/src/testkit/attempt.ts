import { AssertionError } from 'node:assert';
import { toError } from '@backstage/errors';
import type { Round } from '../StatusSource';

/** How a round ended. @internal */
export type Outcome =
  | { readonly round: Round; readonly thrown?: undefined }
  | { readonly round?: undefined; readonly thrown: Error };

/** How a round ended; fails where it has not ended in time. @internal */
export async function attempt(
  observe: () => Promise<Round>,
  options: { withinMs: number },
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new AssertionError({
            message: `observe did not settle within ${options.withinMs} ms`,
          }),
        ),
      options.withinMs,
    );
  });
  const outcome = settle(observe);
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function settle(observe: () => Promise<Round>): Promise<Outcome> {
  try {
    return { round: await observe() };
  } catch (error) {
    return { thrown: toError(error) };
  }
}
