// @ts-check

/**
 * A change of a step that is sent again is known by its id, whatever became of the step since.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run_step', table => {
    table
      .integer('taken_revision')
      .notNullable()
      .defaultTo(0)
      .comment('run.revision when somebody was on it last, while it was open');
  });
  await knex.schema.createTable('run_change', table => {
    table.comment('Changes of steps that were taken, by their ids');
    table.text('run_id').notNullable().comment('run.id');
    table.integer('n').notNullable().comment('run_step.n');
    table.text('made_by').notNullable().comment('Who made it');
    table.text('id').notNullable().comment('Chosen by whoever sent it');
    table.primary(['run_id', 'n', 'made_by', 'id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run_change');
  await knex.raw('alter table run_step drop column ??', ['taken_revision']);
};
