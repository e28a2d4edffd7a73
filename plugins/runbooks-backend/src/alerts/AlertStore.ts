import { toNumber } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { whereAmong } from '../database/among';
import type { AlertReadingRow } from '../database/tables';
import type { AlertReading } from './AlertReading';

/** What systems last said of their alerts: one instance asks, all of them know. */
export class AlertStore {
  readonly #knex: Knex;

  static create(options: { readonly knex: Knex }): AlertStore {
    return new AlertStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async keep({ server, readAt, alertnames }: AlertReading): Promise<void> {
    await this.#knex<AlertReadingRow>('alert_reading')
      .insert({
        server,
        read_at: readAt,
        names_json: JSON.stringify(alertnames),
      })
      .onConflict('server')
      .merge();
  }

  /** Of those that ever told; nothing of the others. */
  async read(servers: readonly string[]): Promise<readonly AlertReading[]> {
    const knex = this.#knex;
    const query = knex<AlertReadingRow>('alert_reading');
    whereAmong(query, { knex, column: 'server', values: servers });
    const rows: readonly AlertReadingRow[] = await query;
    return rows.map(({ server, read_at: readAt, names_json: names }) => ({
      server,
      readAt: toNumber(readAt),
      alertnames: JSON.parse(names),
    }));
  }
}
