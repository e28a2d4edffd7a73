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

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runbook', table => {
    table.dropColumns('latest_version', 'waiting_since', 'waiting_by');
  });
};
