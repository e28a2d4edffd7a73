import { parseArgs } from 'node:util';
import { seedRunbooks } from './seedRunbooks';

const WAIT_MS = 1_000;
const PATIENCE_MS = 180_000;

/** Tokens of the people, as app-config.landscape.yaml lets them in. */
function tokenOf(person: string): string {
  return `${person}-token-not-a-secret`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { backend: { type: 'string', default: 'http://127.0.0.1:7007' } },
  });
  const giveUpAt = Date.now() + PATIENCE_MS;
  const count = await seedRunbooks({
    backendUrl: values.backend,
    now: Date.now(),
    tokenOf,
    async wait() {
      if (Date.now() > giveUpAt) {
        throw new Error('The catalog has not read the company in time');
      }
      await new Promise(resolve => setTimeout(resolve, WAIT_MS));
    },
  });
  process.stdout.write(`${count} runbooks written\n`);
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
