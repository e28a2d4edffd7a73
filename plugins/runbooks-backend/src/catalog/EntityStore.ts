import type { Knex } from 'knex';
import type { ReadScope } from '../access/ReadScope';
import { whereAmong } from '../database/among';
import type { EntityRow } from '../database/tables';
import {
  hashOfEntity,
  type ProjectedEntity,
  type RunbookLink,
} from './projectEntity';

/** Rows of one statement: SQLite bounds its parameters. */
const CHUNK_COUNT = 100;

/** What the catalog last said, as it is stored: it answers while the catalog does not. */
export class EntityStore {
  readonly #knex: Knex;

  static create(options: { readonly knex: Knex }): EntityStore {
    return new EntityStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(ref: string): Promise<ProjectedEntity | undefined> {
    const [entity] = await this.findAll([ref]);
    return entity;
  }

  /** Those of them that are known, in no particular order. */
  async findAll(refs: readonly string[]): Promise<ProjectedEntity[]> {
    const knex = this.#knex;
    const rows = knex<EntityRow>('entity');
    whereAmong(rows, { knex, column: 'ref', values: refs });
    const owners = knex<{ ref: string; owner: string }>('entity_owner').orderBy(
      'owner',
    );
    whereAmong(owners, { knex, column: 'ref', values: refs });
    return readEntities(await rows, await owners);
  }

  /** Every entity of a kind that somebody may see, by ref. */
  async findKind(kind: string, scope: ReadScope): Promise<ProjectedEntity[]> {
    const knex = this.#knex;
    const rows = knex('entity as e')
      .where('e.kind', kind)
      .whereNull('e.gone_at')
      .orderBy('e.ref')
      .select('e.*');
    scope.whereEntity(rows, 'e');
    const owners: { ref: string; owner: string }[] = await knex(
      'entity_owner as o',
    )
      .join('entity as e', 'e.ref', 'o.ref')
      .where('e.kind', kind)
      .orderBy('o.owner')
      .select('o.ref', 'o.owner');
    return readEntities(await rows, owners);
  }

  /** The hashes of all that is in the catalog as far as we know, by ref. */
  async hashes(): Promise<Map<string, string>> {
    const rows = await this.#knex<EntityRow>('entity')
      .whereNull('gone_at')
      .select('ref', 'hash');
    return new Map(rows.map(({ ref, hash }) => [ref, hash]));
  }

  /** Stores entities as they are now. */
  async put(entities: readonly ProjectedEntity[]): Promise<void> {
    for (let start = 0; start < entities.length; start += CHUNK_COUNT) {
      const chunk = entities.slice(start, start + CHUNK_COUNT);
      await this.#knex.transaction(tx => putWithin(tx, chunk));
    }
  }

  /** Their runbooks stay: an entity may come back. */
  async markGone(refs: readonly string[], at: number): Promise<void> {
    const knex = this.#knex;
    const query = knex<EntityRow>('entity').whereNull('gone_at');
    whereAmong(query, { knex, column: 'ref', values: refs });
    await query.update({ gone_at: at });
  }
}

async function putWithin(
  tx: Knex.Transaction,
  entities: readonly ProjectedEntity[],
): Promise<void> {
  await tx<EntityRow>('entity')
    .insert(
      entities.map(entity => ({
        ref: entity.ref,
        uid: entity.uid,
        kind: entity.kind,
        title: entity.title ?? null,
        owner: entity.owners[0] ?? null,
        system: entity.system ?? null,
        domain: entity.domain ?? null,
        links_json: JSON.stringify(entity.links),
        hash: hashOfEntity(entity),
        gone_at: null,
      })),
    )
    .onConflict('ref')
    .merge();
  await tx('entity_owner')
    .whereIn(
      'ref',
      entities.map(({ ref }) => ref),
    )
    .delete();
  const owners = entities.flatMap(({ ref, owners: all }) =>
    all.map(owner => ({ ref, owner })),
  );
  if (owners.length > 0) {
    await tx.batchInsert('entity_owner', owners, CHUNK_COUNT);
  }
}

function readEntities(
  rows: readonly EntityRow[],
  owners: readonly { ref: string; owner: string }[],
): ProjectedEntity[] {
  const ownersOf = new Map<string, string[]>();
  for (const { ref, owner } of owners) {
    ownersOf.set(ref, [...(ownersOf.get(ref) ?? []), owner]);
  }
  return rows.map(row => {
    const links: RunbookLink[] = JSON.parse(row.links_json);
    return {
      ref: row.ref,
      uid: row.uid,
      kind: row.kind,
      ...(row.title !== null && { title: row.title }),
      owners: ownersOf.get(row.ref) ?? [],
      ...(row.system !== null && { system: row.system }),
      ...(row.domain !== null && { domain: row.domain }),
      links,
    };
  });
}
