import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ReadScope } from '../access/ReadScope';
import { whereAmong } from '../database/among';
import type { RunbookRow, VersionRow } from '../database/tables';
import { versionCursor } from './cursors';
import { matchValues, runbookIdOf } from './matchValues';
import { pageOfRunbooks } from './pageOfRunbooks';
import { selectRunbooks } from './queries';
import {
  readRunbookRow,
  readVersionRow,
  type RunbookWithEntityRow,
} from './readRow';
import { inForceRow, rowOf, waitingRow } from './runbookColumns';
import type { NewVersion, Page, RunbookStore } from './RunbookStore';
import type { StoredRunbook, StoredVersion, TextFacts } from './StoredRunbook';
import { writeIndex, writeVersion } from './writeVersion';

export interface DatabaseRunbookStoreOptions {
  readonly knex: Knex;
  readonly now: () => number;
}

/** Most reports that are kept at hand with a runbook; every one of them is in its own table. */
const REPORTS_MAX_COUNT = 20;

/** Runbooks in the tables of the plugin. */
export class DatabaseRunbookStore implements RunbookStore {
  readonly #knex: Knex;
  readonly #now: () => number;

  static create(options: DatabaseRunbookStoreOptions): DatabaseRunbookStore {
    return new DatabaseRunbookStore(options);
  }

  private constructor(options: DatabaseRunbookStoreOptions) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async page(
    query: Parameters<RunbookStore['page']>[0],
    scope: ReadScope,
  ): Promise<Page<StoredRunbook>> {
    return pageOfRunbooks({ ...query, knex: this.#knex, scope });
  }

  async names() {
    const rows: { id: string; title: string }[] = await this.#knex(
      'runbook',
    ).select('id', 'title');
    return rows;
  }

  async ids(scope: ReadScope): Promise<readonly string[]> {
    const query = this.#knex('runbook as r')
      .leftJoin('entity as e', 'e.ref', 'r.entity_ref')
      .orderBy(['r.entity_ref', 'r.title', 'r.id'])
      .select('r.id');
    scope.where(query);
    const rows: { id: string }[] = await query;
    return rows.map(({ id }) => id);
  }

  async idsByTitle(entityRef: string): Promise<Map<string, string>> {
    const rows: { id: string; title: string }[] = await this.#knex('runbook')
      .where('entity_ref', entityRef)
      .whereNot('state', 'archived')
      .orderBy(['updated_at', 'id'])
      .select('id', 'title');
    return new Map(rows.map(({ id, title }) => [title, id]));
  }

  async find(id: string): Promise<StoredRunbook | undefined> {
    const row = await selectRunbooks(this.#knex).where('r.id', id).first();
    return row && readRunbookRow(row);
  }

  async findWithText(id: string) {
    const row: (RunbookWithEntityRow & { content: string }) | undefined =
      await selectRunbooks(this.#knex)
        .join('runbook_text as t', 't.hash', 'r.content_hash')
        .select('t.content')
        .where('r.id', id)
        .first();
    return row && { runbook: readRunbookRow(row), content: row.content };
  }

  async create(version: NewVersion): Promise<StoredRunbook> {
    const at = this.#now();
    const { id, savedBy } = version;
    return this.#knex.transaction(async tx => {
      const inserted = await tx('runbook')
        .insert({
          ...rowOf(version),
          id,
          version: 1,
          latest_version: 1,
          created_at: at,
          created_by: savedBy,
          updated_at: at,
          updated_by: savedBy,
          reports_json: '[]',
          no_help_json: '[]',
        })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (inserted.length === 0) {
        throw new ConflictError(`There is a runbook '${id}' already`);
      }
      await writeVersion(tx, { ...version, number: 1, at });
      await writeIndex(tx, version);
      return this.#written(tx, id);
    });
  }

  async save(
    version: Parameters<RunbookStore['save']>[0],
  ): Promise<StoredRunbook | undefined> {
    const at = this.#now();
    const { id, after, waits } = version;
    return this.#knex.transaction(async tx => {
      // First of all, and alone: whoever comes second finds another number and writes nothing. On
      // SQLite a transaction that begins with a write waits for others instead of failing.
      const saved = await tx('runbook')
        .where({ id })
        // An older release that saves beside this one counts in version alone.
        .whereRaw(
          'case when waiting_since is null then version else latest_version end = ?',
          [after],
        )
        .update({
          latest_version: after + 1,
          ...(waits ? waitingRow(version, at) : inForceRow(version, at)),
        });
      if (saved === 0) {
        return undefined;
      }
      await writeVersion(tx, { ...version, number: after + 1, at });
      if (version.indexChanged && !waits) {
        await writeIndex(tx, version);
      }
      return this.#written(tx, id);
    });
  }

  async versions(
    id: string,
    part: Parameters<RunbookStore['versions']>[1],
  ): Promise<Omit<Page<StoredVersion>, 'total'>> {
    const { limit, cursor } = part;
    const query = this.#knex<VersionRow>('runbook_version')
      .where('runbook_id', id)
      .orderBy('version', 'desc')
      .limit(limit + 1);
    if (cursor !== undefined) {
      query.where('version', '<', versionCursor.read(cursor));
    }
    const rows = await query;
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(readVersionRow),
      ...(rows.length > limit &&
        last && { nextCursor: versionCursor.write(last.version) }),
    };
  }

  async version(id: string, version: number) {
    const row: (VersionRow & { content: string }) | undefined =
      await this.#knex('runbook_version as v')
        .join('runbook_text as t', 't.hash', 'v.content_hash')
        .where({ 'v.runbook_id': id, 'v.version': version })
        .first('v.*', 't.content');
    return row && { version: readVersionRow(row), content: row.content };
  }

  async unread(limit: number) {
    const rows: { hash: string; content: string }[] = await this.#knex(
      'runbook_text as t',
    )
      .whereIn(
        't.hash',
        this.#knex('runbook')
          .whereNull('facts_json')
          .select('content_hash')
          .limit(limit),
      )
      .select('t.hash', 't.content');
    return rows;
  }

  async keepFacts(hash: string, facts: TextFacts): Promise<void> {
    await this.#knex<RunbookRow>('runbook')
      .where('content_hash', hash)
      .update({ facts_json: JSON.stringify(facts) });
  }

  async report(options: Parameters<RunbookStore['report']>[0]): Promise<void> {
    const { id, version, report } = options;
    await this.#knex.transaction(async tx => {
      // A write that changes nothing, so that the row is ours.
      const held = await tx('runbook')
        .where('id', id)
        .update({ id: tx.ref('id') });
      const row = await tx<RunbookRow>('runbook').where('id', id).first();
      if (held === 0 || !row) {
        throw new NotFoundError(`There is no runbook '${id}'`);
      }
      await tx('step_report').insert({
        runbook_id: id,
        version,
        step: report.step,
        note: report.note ?? null,
        reported_at: Date.parse(report.at),
        reported_by: report.by,
      });
      if (row.version === version) {
        const reports = [report, ...JSON.parse(row.reports_json)];
        await tx('runbook')
          .where('id', id)
          .update({
            reports_json: JSON.stringify(reports.slice(0, REPORTS_MAX_COUNT)),
          });
      }
    });
  }

  async candidates(
    options: Parameters<RunbookStore['candidates']>[0],
    scope: ReadScope,
  ): Promise<readonly StoredRunbook[]> {
    const knex = this.#knex;
    const { entityRefs, questions } = options;
    const values = [...new Set(questions.flatMap(matchValues))];
    const ids = questions.flatMap(
      ({ runbookUrl }) => (runbookUrl && runbookIdOf(runbookUrl)) || [],
    );
    const query = selectRunbooks(knex).where('r.state', 'published');
    scope.where(query);
    query.where(either => {
      whereAmong(either, { knex, column: 'r.entity_ref', values: entityRefs });
      const named = knex('runbook_matcher').select('runbook_id');
      whereAmong(named, { knex, column: 'value_hash', values });
      either.orWhereIn('r.id', named).orWhereIn('r.id', ids);
    });
    const rows: RunbookWithEntityRow[] = await query;
    return rows.map(readRunbookRow);
  }

  async published(scope: ReadScope): Promise<readonly StoredRunbook[]> {
    const query = selectRunbooks(this.#knex).where('r.state', 'published');
    scope.where(query);
    const rows: RunbookWithEntityRow[] = await query;
    return rows.map(readRunbookRow);
  }

  /** What the transaction has just written: its row is held until the end. */
  async #written(tx: Knex.Transaction, id: string): Promise<StoredRunbook> {
    return readRunbookRow(await selectRunbooks(tx).where('r.id', id).first());
  }
}
