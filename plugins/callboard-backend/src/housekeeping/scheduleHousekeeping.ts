import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Retention } from '../config/readRetention';
import { deleteOldHistory } from './deleteOldHistory';

/** Lets one of the instances delete old history, once an hour. */
export async function scheduleHousekeeping(options: {
  readonly scheduler: SchedulerService;
  readonly knex: Knex;
  readonly retention: Retention;
  readonly logger: LoggerService;
  readonly now: () => number;
}): Promise<void> {
  const { scheduler, knex, retention, logger, now } = options;
  await scheduler.scheduleTask({
    id: 'callboard-housekeeping',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 5 },
    async fn(signal) {
      const deleted = await deleteOldHistory({
        knex,
        retention,
        signal,
        now: now(),
      });
      const { transitions, changes, findings, services } = deleted;
      if (transitions + changes + findings + services > 0) {
        logger.info(
          `Deleted old history: ${transitions} transitions, ${changes} changes, ${findings} findings, ${services} services that left the catalog`,
        );
      }
    },
  });
}
