import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory from 'knex';
import type { LeaseKeeperOptions } from '../collect/LeaseKeeper';
import { createSpine } from '../createSpine';
import { migrate } from '../database/migrate';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  verdictOf,
} from './FakeStatusSource';
import { silentLogger, silentMetricsService } from './silentServices';

/** What a test asks of the process. */
export interface ObserverOptions {
  readonly name: string;
  readonly connection: unknown;
  readonly sources: readonly string[];
  readonly leases?: Pick<LeaseKeeperOptions, 'ttlMs' | 'tickMs'>;
}

/** What the process says. */
export type ObserverMessage =
  | { readonly type: 'round'; readonly source: string }
  | { readonly type: 'inside'; readonly source: string };

/** What the process is told: to stop inside its next round for so long. */
export interface HoldMessage {
  readonly type: 'hold';
  readonly ms: number;
}

/** One backend instance without its HTTP: observes, and says which of its rounds it begins. */
async function main(options: ObserverOptions): Promise<void> {
  const { name, connection, leases } = options;
  const logger = silentLogger;
  const knex = await migrate({
    logger,
    database: {
      getClient: async () =>
        knexFactory({ client: 'pg', connection: connection as object }),
    },
  });
  let holdMs = 0;
  process.on('message', (message: HoldMessage) => {
    holdMs = message.ms;
  });
  const send = (message: ObserverMessage) => process.send?.(message);
  const sources = options.sources.map(sourceName => {
    const source = new FakeStatusSource({
      name: sourceName,
      intervalMs: 1_000,
    });
    source.answer = async ({ subjects }) => {
      send({ type: 'round', source: sourceName });
      // Says another thing every time, so that every round writes.
      const summary = `${name} at ${Date.now()}`;
      if (holdMs > 0) {
        const ms = holdMs;
        holdMs = 0;
        send({ type: 'inside', source: sourceName });
        await new Promise(resolve => setTimeout(resolve, ms));
      }
      return {
        observations: subjects.map(({ id }) => ({
          subjectId: id,
          verdict: verdictOf('ok', { summary }),
          links: [],
          detail: {},
        })),
      };
    };
    return source;
  });
  const provider = new FakeProvider(...sources);
  const spine = await createSpine({
    knex,
    logger,
    leases,
    config: new ConfigReader({}),
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: options.sources.map(sourceName =>
        component(`service-${sourceName}`, { jobs: `${sourceName}:job` }),
      ),
    }),
    metrics: silentMetricsService,
    providers: [provider],
    servicesFilter: { kind: 'component' },
    onRevision: () => {},
  });
  spine.start();
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
