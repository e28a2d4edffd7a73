import type { Knex } from 'knex';
import { valuesOfRunbook } from './matchValues';
import type { NewVersion } from './RunbookStore';

/** Writes a version beside the row of its runbook. */
export async function writeVersion(
  tx: Knex.Transaction,
  version: NewVersion & { readonly number: number; readonly at: number },
): Promise<void> {
  const { id, fields, content, contentHash: hash, contentBy, number } = version;
  await tx('runbook_text')
    .insert({ hash, content })
    .onConflict('hash')
    .ignore();
  await tx('runbook_version').insert({
    runbook_id: id,
    version: number,
    fields_json: JSON.stringify(fields),
    content_hash: hash,
    content_by: contentBy,
    saved_at: version.at,
    saved_by: version.savedBy,
    note: version.note ?? null,
    restored_from: version.restoredFrom ?? null,
  });
}

/** Writes what a runbook is found by. */
export async function writeIndex(
  tx: Knex.Transaction,
  { id, fields }: Pick<NewVersion, 'id' | 'fields'>,
): Promise<void> {
  await replace(tx, {
    table: 'runbook_tag',
    column: 'tag',
    id,
    values: fields.tags,
  });
  await replace(tx, {
    table: 'runbook_matcher',
    column: 'value_hash',
    id,
    values: valuesOfRunbook(fields),
  });
}

async function replace(
  tx: Knex.Transaction,
  options: {
    readonly table: string;
    readonly column: string;
    readonly id: string;
    readonly values: readonly string[];
  },
): Promise<void> {
  const { table, column, id, values } = options;
  await tx(table).where('runbook_id', id).delete();
  const rows = [...new Set(values)].map(value => ({
    [column]: value,
    runbook_id: id,
  }));
  if (rows.length > 0) {
    await tx(table).insert(rows);
  }
}
