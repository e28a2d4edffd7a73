// @ts-check

/**
 * Stops halfway and waits to be killed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('half', table => {
    table.integer('id').primary().comment('Never seen');
  });
  process.send?.({ type: 'inside' });
  await new Promise(resolve => {
    setTimeout(resolve, 600_000);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('half');
};
