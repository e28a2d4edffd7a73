// @ts-check

/**
 * When the status before a transition began: a timeline that starts in between must not claim
 * more than was observed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('transition', table => {
    table
      .bigInteger('from_since')
      .nullable()
      .comment('Start of the status before, where it was known; epoch ms');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('transition', table => {
    table.dropColumn('from_since');
  });
};
