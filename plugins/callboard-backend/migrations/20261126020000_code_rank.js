// @ts-check

/**
 * How bad the findings of a code are. What is stored already counts as the worst, as it did before,
 * until its service changes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('service_code', table => {
    table
      .integer('rank')
      .notNullable()
      .defaultTo(0)
      .comment('Worst status of the findings: its position, failing first');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('service_code', table => {
    table.dropColumn('rank');
  });
};
