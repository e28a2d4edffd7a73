// @ts-check

/**
 * Which alerts the systems that fire them have, as they last said.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alert_reading', table => {
    table.comment('What systems that fire alerts last said of them');
    table.string('server').primary().comment('prometheus/main');
    table
      .bigInteger('read_at')
      .notNullable()
      .comment('When it told all of them, epoch ms');
    table.text('names_json').notNullable().comment('Their names');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_reading');
};
