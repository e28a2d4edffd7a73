import type { Knex } from 'knex';
import type { BoardView } from './BoardView';
import type { Edition } from './readEdition';
import type { VisibleServices } from './VisibleServices';

/** What a question is answered from: the stored board, its state and age, and who asks. */
export interface BoardScope {
  readonly knex: Knex;
  readonly edition: Edition;
  /** What the answer depends on, beside the stored board. */
  readonly key: string;
  readonly visible: VisibleServices;
  readonly view: BoardView;
}
