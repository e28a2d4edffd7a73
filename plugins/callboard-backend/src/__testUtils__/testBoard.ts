import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DatabaseBoard } from '../board/DatabaseBoard';
import { migrate } from '../database/migrate';
import { BOARD_NOW_MS, fillBoard } from './boardBuilder';
import type { BoardSpec } from './boardSpec';

export interface TestBoard {
  readonly knex: Knex;
  readonly board: DatabaseBoard;
}

/** A database with the tables of the plugin. */
export async function testDatabase(options: {
  readonly databases: TestDatabases;
  readonly id: TestDatabaseId;
}): Promise<Knex> {
  const client = await options.databases.init(options.id);
  return migrate({
    database: { getClient: async () => client },
    logger: mockServices.logger.mock(),
  });
}

/** A database with a board in it. */
export async function testBoard(options: {
  readonly databases: TestDatabases;
  readonly id: TestDatabaseId;
  readonly spec: BoardSpec;
  readonly now?: () => number;
}): Promise<TestBoard> {
  const { spec, now = () => BOARD_NOW_MS } = options;
  const knex = await testDatabase(options);
  await fillBoard(knex, spec);
  return { knex, board: DatabaseBoard.create({ knex, now }) };
}
