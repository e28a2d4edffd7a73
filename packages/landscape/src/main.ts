import { parseArgs } from 'node:util';
import { startLandscape } from './startLandscape';

const DEFAULT_PORT = 7100;

/** Runs a landscape until it is interrupted; prints one line when all of it can be asked. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      services: { type: 'string', default: '60' },
      seed: { type: 'string', default: '7' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      'no-outages': { type: 'boolean', default: false },
    },
  });
  const port = wholeNumber('port', values.port);
  const running = await startLandscape({
    services: wholeNumber('services', values.services),
    seed: wholeNumber('seed', values.seed),
    ports: {
      control: port,
      main: port + 1,
      mobile: port + 2,
      'prod-eu': port + 3,
      staging: port + 4,
      prometheus: port + 5,
    },
    outages: !values['no-outages'],
  });
  const stop = (): void => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    `landscape ready ${JSON.stringify({
      ...running.urls,
      services: running.landscape.services().length,
    })}\n`,
  );
}

function wholeNumber(name: string, value: string | undefined): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) {
    throw new Error(`--${name} takes a whole number, not '${value}'`);
  }
  return number;
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
