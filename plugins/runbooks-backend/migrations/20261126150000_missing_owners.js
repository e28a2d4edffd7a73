// @ts-check

/**
 * Who is named as an owner and is not in the catalog.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('missing_owner', table => {
    table.comment(
      'Owners of published runbooks that the catalog does not have',
    );
    table.text('ref').primary().comment('Entity ref of the owner');
    table
      .bigInteger('since')
      .notNullable()
      .comment('When it was first looked for in vain, epoch ms');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('missing_owner');
};
