import type { StatusSourceContractOptions } from './contractOptions';
import { statusSourceContract } from './statusSourceContract';

/** Longest time of one case, in milliseconds; each of its steps has a far shorter one. */
const CASE_TIMEOUT_MS = 60_000;

/** What is used of the test framework; Jest's globals by default. @public */
export interface TestFramework {
  /** Declares a suite. */
  describe(name: string, body: () => void): void;
  /** Declares a test. */
  it(name: string, body: () => Promise<void>, timeoutMs: number): void;
}

/**
 * Declares a suite that holds a source to its contract against a server that misbehaves in every
 * way. Call it at the top of a test file.
 * @public
 */
export function runStatusSourceContract(
  options: StatusSourceContractOptions,
  framework: TestFramework = testGlobals(),
): void {
  framework.describe(`${options.name} keeps the contract of a source:`, () => {
    for (const { title, run } of statusSourceContract(options)) {
      framework.it(title, run, CASE_TIMEOUT_MS);
    }
  });
}

function testGlobals(): TestFramework {
  const { describe, it } = globalThis as Partial<TestFramework>;
  if (!describe || !it) {
    throw new Error('The contract of a source runs inside of a test framework');
  }
  return { describe, it };
}
