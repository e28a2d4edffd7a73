// @ts-check

/**
 * A published runbook that is changed where a review is required stays in force until the new
 * version is published: its row goes on to be that of the version in force.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runbook', table => {
    table
      .integer('latest_version')
      .notNullable()
      .defaultTo(0)
      .comment(
        'The newest version, which the next write comes after; higher than version where it waits for a review',
      );
    table
      .bigInteger('waiting_since')
      .nullable()
      .comment('When the version was saved that waits for a review, epoch ms');
    table.text('waiting_by').nullable().comment('Who saved it');
  });
  await knex('runbook').update({ latest_version: knex.ref('version') });
};

/**
 * What was in force becomes the newest version, after the one that waited, because the next number
 * is counted from it.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    insert into runbook_version
      (runbook_id, version, fields_json, content_hash, content_by, saved_at, saved_by, restored_from)
    select v.runbook_id, r.latest_version + 1, v.fields_json, v.content_hash, v.content_by,
      v.saved_at, v.saved_by, v.version
    from runbook r
    join runbook_version v on v.runbook_id = r.id and v.version = r.version
    where r.waiting_since is not null`);
  await knex('runbook')
    .whereNotNull('waiting_since')
    .update({ version: knex.raw('latest_version + 1') });
  // In words of their own: knex builds the table anew on SQLite, which other tables refer to.
  for (const column of ['latest_version', 'waiting_since', 'waiting_by']) {
    await knex.raw('alter table runbook drop column ??', [column]);
  }
};
