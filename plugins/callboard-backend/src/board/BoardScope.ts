import type { Knex } from 'knex';
import type { Edition } from './readEdition';
import type { Visibility } from './Visibility';

/** What a question is answered from: the stored board, its state and age, and who asks. */
export interface BoardScope {
  readonly knex: Knex;
  readonly edition: Edition;
  readonly visibility: Visibility;
}
