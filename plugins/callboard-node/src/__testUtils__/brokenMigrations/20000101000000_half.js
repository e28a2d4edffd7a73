// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('half', table => {
    table.integer('id').primary().comment('Never seen');
  });
  throw new Error('broken on purpose');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('half');
};
