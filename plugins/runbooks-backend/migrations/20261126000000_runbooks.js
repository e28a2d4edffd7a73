// @ts-check

/**
 * Runbooks with every version for ever, runs, and what the catalog says of the entities around them.
 *
 * Times are epoch milliseconds in bigint columns, because SQLite stores dates as it likes and its
 * comparisons then lie. JSON is text for the same reason.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity', table => {
    table.comment('What the catalog last said of entities that have runbooks');
    table.text('ref').primary().comment('Entity ref, lower case');
    table.string('uid').notNullable().comment('Uid in the catalog');
    table.string('kind').notNullable().comment('Lower case');
    table.text('title').nullable().comment('Title, where it has one');
    table
      .text('owner')
      .nullable()
      .comment('The first owner; all of them are in entity_owner');
    table.text('system').nullable().comment('The system that it is part of');
    table.text('domain').nullable().comment('The domain that it is part of');
    table
      .text('links_json')
      .notNullable()
      .comment('Links of the type runbook: [{ url, title }]');
    table.string('hash').notNullable().comment('Of everything above');
    table
      .bigInteger('gone_at')
      .nullable()
      .comment('When it was first missing in the catalog, epoch ms');
    table.index(['uid']);
    table.index(['kind']);
  });

  await knex.schema.createTable('entity_owner', table => {
    table.comment('Everybody who owns an entity');
    table.text('ref').notNullable().comment('entity.ref');
    table.text('owner').notNullable().comment('Entity ref of the owner');
    table.primary(['ref', 'owner']);
    table.index(['owner', 'ref']);
  });

  await knex.schema.createTable('runbook_text', table => {
    table.comment('Texts, each stored once however many versions have it');
    table.string('hash', 64).primary().comment('SHA-256 in hexadecimal digits');
    table.text('content').notNullable().comment('Markdown, byte for byte');
  });

  await knex.schema.createTable('runbook', table => {
    table.comment('Runbooks as they are now, without their text');
    table.string('id').primary().comment('Random, or as it was imported');
    table.text('entity_ref').notNullable().comment('What it belongs to');
    table.text('title').notNullable().comment('Title');
    table
      .text('owner')
      .nullable()
      .comment('Who looks after it, if not the owner of the entity');
    table.string('state').notNullable().comment('draft, published, archived');
    table.string('review_by', 10).nullable().comment('Day, 2027-05-03');
    table
      .boolean('pinned')
      .notNullable()
      .comment('Shown for every finding of its entity');
    table.text('tags_json').notNullable().comment('Tags in their order');
    table.text('matches_json').notNullable().comment('Matchers in their order');
    table.text('reviewers_json').notNullable().comment('Entity refs');
    table
      .integer('version')
      .notNullable()
      .comment('Counts from 1; every write makes the next');
    table.string('content_hash', 64).notNullable().comment('runbook_text.hash');
    table
      .text('content_by')
      .notNullable()
      .comment(
        'Who last changed the text, title, matchers or entity: whoever may not publish it alone',
      );
    table
      .text('facts_json')
      .nullable()
      .comment(
        'What the text holds: links and names of alerts; null until it was looked through',
      );
    table.text('search').notNullable().comment('Title and tags in lower case');
    table.bigInteger('created_at').notNullable().comment('Epoch ms');
    table
      .text('created_by')
      .notNullable()
      .comment('Entity ref or service principal');
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment('When the version was saved, epoch ms');
    table.text('updated_by').notNullable().comment('Who saved it');
    table
      .bigInteger('verified_at')
      .nullable()
      .comment('Last full run of this text by somebody else, epoch ms');
    table.text('verified_by').nullable().comment('Who that was');
    table
      .integer('runs_count')
      .notNullable()
      .defaultTo(0)
      .comment('Runs, dry runs aside');
    table
      .integer('helped_count')
      .notNullable()
      .defaultTo(0)
      .comment('Runs that ended fixed or with a workaround');
    table
      .bigInteger('last_run_at')
      .nullable()
      .comment('Start of the last run, epoch ms');
    table
      .text('no_help_json')
      .notNullable()
      .comment(
        'When runs in a row ended that did not help, with this text: instants',
      );
    table
      .text('reports_json')
      .notNullable()
      .comment(
        'Steps reported as wrong in this version: [{ step, note, at, by }]',
      );
    table.index(['updated_at', 'id']);
    table.index(['entity_ref', 'state']);
    table.index(['state']);
  });

  await knex.schema.createTable('runbook_tag', table => {
    table.comment('Tags of runbooks as they are now');
    table.string('tag').notNullable().comment('The tag');
    table
      .string('runbook_id')
      .notNullable()
      .references('runbook.id')
      .comment('runbook.id');
    table.primary(['tag', 'runbook_id']);
    table.index(['runbook_id']);
  });

  await knex.schema.createTable('runbook_matcher', table => {
    table.comment(
      'Values by which runbooks are found for a finding of anybody',
    );
    table
      .string('value_hash', 64)
      .notNullable()
      .comment('SHA-256 of the kind of value and the value');
    table
      .string('runbook_id')
      .notNullable()
      .references('runbook.id')
      .comment('runbook.id');
    table.primary(['value_hash', 'runbook_id']);
    table.index(['runbook_id']);
  });

  await knex.schema.createTable('runbook_version', table => {
    table.comment('Every version for ever');
    table
      .string('runbook_id')
      .notNullable()
      .references('runbook.id')
      .comment('runbook.id');
    table
      .integer('version')
      .notNullable()
      .comment('Counts from 1 without a gap');
    table.text('fields_json').notNullable().comment('Everything but the text');
    table
      .string('content_hash', 64)
      .notNullable()
      .references('runbook_text.hash')
      .comment('runbook_text.hash');
    table.text('content_by').notNullable().comment('As runbook.content_by');
    table.bigInteger('saved_at').notNullable().comment('Epoch ms');
    table.text('saved_by').notNullable().comment('Who saved it');
    table.text('note').nullable().comment('Why');
    table
      .integer('restored_from')
      .nullable()
      .comment('The version that was brought back by it');
    table.primary(['runbook_id', 'version']);
  });

  await knex.schema.createTable('step_report', table => {
    table.comment('Every "this step is wrong" for ever');
    table.increments('id').comment('Order of arrival');
    table
      .string('runbook_id')
      .notNullable()
      .references('runbook.id')
      .comment('runbook.id');
    table.integer('version').notNullable().comment('The version that was read');
    table.integer('step').notNullable().comment('Counts from 1');
    table.text('note').nullable().comment('What is wrong');
    table.bigInteger('reported_at').notNullable().comment('Epoch ms');
    table.text('reported_by').notNullable().comment('Who said so');
    table.index(['runbook_id', 'version']);
  });

  await knex.schema.createTable('run', table => {
    table.comment('Going through a runbook once; kept for ever as evidence');
    table.string('id').primary().comment('Random');
    table
      .string('runbook_id')
      .notNullable()
      .references('runbook.id')
      .comment('runbook.id');
    table
      .integer('runbook_version')
      .notNullable()
      .comment('The version that it began with');
    table.text('title').notNullable().comment('Title of that version');
    table
      .text('entity_ref')
      .notNullable()
      .comment('The service that it is about');
    table.boolean('dry_run').notNullable().comment('Nothing was wrong');
    table
      .text('params_json')
      .notNullable()
      .comment('Values that were filled in');
    table.text('finding_json').nullable().comment('The finding when it began');
    table
      .text('finding_after_json')
      .nullable()
      .comment('The finding when it ended');
    table.bigInteger('started_at').notNullable().comment('Epoch ms');
    table.text('started_by').notNullable().comment('Who began it');
    table
      .bigInteger('finished_at')
      .nullable()
      .comment('Epoch ms; null while it goes on');
    table.text('finished_by').nullable().comment('Who ended it');
    table
      .string('outcome')
      .nullable()
      .comment('fixed, workaround, no-help, escalated, false-alarm');
    table.text('note').nullable().comment('What is to be known of it');
    table
      .integer('revision')
      .notNullable()
      .comment('Counts up with every change');
    table.index(['runbook_id', 'started_at']);
    table.index(['entity_ref', 'started_at']);
    table.index(['started_at', 'id']);
  });

  await knex.schema.createTable('run_step', table => {
    table.comment('The steps of runs');
    table.string('run_id').notNullable().references('run.id').comment('run.id');
    table.integer('n').notNullable().comment('Counts from 1');
    table.text('title').notNullable().comment('Title of the step');
    table
      .string('state')
      .notNullable()
      .comment('open, done, skipped, failed, not-applicable');
    table.text('set_by').nullable().comment('Who set its state, or is on it');
    table.bigInteger('set_at').nullable().comment('When, epoch ms');
    table.text('note').nullable().comment('What is to be known of it');
    table
      .text('evidence')
      .nullable()
      .comment('What was seen, with secrets masked');
    table.primary(['run_id', 'n']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'run_step',
    'run',
    'step_report',
    'runbook_version',
    'runbook_matcher',
    'runbook_tag',
    'runbook',
    'runbook_text',
    'entity_owner',
    'entity',
  ]) {
    await knex.schema.dropTable(table);
  }
};
