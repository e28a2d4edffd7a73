// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run_step', table => {
    table.text('text_by').nullable().comment('Who wrote note and evidence');
    table
      .integer('state_revision')
      .notNullable()
      .defaultTo(0)
      .comment('run.revision when its state changed');
    table
      .integer('text_revision')
      .notNullable()
      .defaultTo(0)
      .comment('run.revision when its note or evidence changed');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const column of ['text_by', 'state_revision', 'text_revision']) {
    await knex.raw('alter table run_step drop column ??', [column]);
  }
};
