// @ts-check

/**
 * The spine: directory, leases, observations, transitions and the board.
 *
 * Times are epoch milliseconds in bigint columns, because SQLite stores dates as it likes and its
 * comparisons then lie. JSON is text for the same reason.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('revision', table => {
    table.comment('One row: a number that grows with every stored change');
    table.integer('id').primary().comment('Always 1');
    table.bigInteger('value').notNullable().comment('The revision');
  });
  await knex('revision').insert({ id: 1, value: 0 });

  await knex.schema.createTable('instance', table => {
    table.comment('Backend processes that are alive, to spread sources over');
    table.string('id').primary().comment('Random id of the process');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Epoch ms, database clock');
  });

  await knex.schema.createTable('source_lease', table => {
    table.comment('Who observes a source; every write proves its epoch first');
    table
      .string('source')
      .primary()
      .comment('type/name, or a pseudo-source of the backend');
    table
      .string('holder')
      .nullable()
      .comment('instance.id; null when released');
    table
      .bigInteger('epoch')
      .notNullable()
      .comment('Grows with every change of holder');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Epoch ms, database clock');
  });

  await knex.schema.createTable('source', table => {
    table.comment(
      'External systems: how they are and when they were last observed',
    );
    table.string('source').primary().comment('type/name');
    table.string('type').notNullable().comment('jenkins, kubernetes ...');
    table.string('name').notNullable().comment('Name in the config');
    table
      .string('state')
      .notNullable()
      .comment('ok, starting, failing, unreachable, forbidden, not-observable');
    table
      .text('message')
      .nullable()
      .comment('One sentence: what is wrong and what to do');
    table
      .bigInteger('since')
      .nullable()
      .comment('Start of not being ok, epoch ms');
    table
      .bigInteger('last_good_at')
      .nullable()
      .comment(
        'End of the last round that answered; parts that it missed are in source_shard; epoch ms',
      );
    table
      .bigInteger('last_round_at')
      .nullable()
      .comment('End of the last round, good or not, epoch ms');
    table
      .bigInteger('next_round_at')
      .nullable()
      .comment('When it is asked next, epoch ms');
    table.integer('interval_ms').notNullable().comment('How often it is asked');
    table
      .integer('deadline_ms')
      .notNullable()
      .comment('Longest time of one call');
    table
      .boolean('production')
      .notNullable()
      .comment('False caps failing to warning');
    table
      .text('usage_json')
      .notNullable()
      .comment('Calls and bytes in buckets of five minutes');
    table
      .integer('latency_ms')
      .nullable()
      .comment('Mean time of a call in the last round');
    table
      .text('findings_json')
      .notNullable()
      .comment('Findings about the source as such');
    table
      .boolean('watched')
      .notNullable()
      .defaultTo(false)
      .comment('Whether it tells its changes by itself');
    table
      .text('detail_json')
      .nullable()
      .comment('Its own facts for its page; null where its module tells none');
    table
      .bigInteger('refresh_requested_at')
      .nullable()
      .comment('A person asked for a round, epoch ms');
    table
      .bigInteger('subjects_revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows when its subjects change');
    table
      .boolean('configured')
      .notNullable()
      .comment('Whether an instance still has it in its config');
  });

  await knex.schema.createTable('source_shard', table => {
    table.comment(
      'Parts of a source that failed in its last round; absent while good',
    );
    table.string('source').notNullable().comment('source.source');
    table.string('shard', 2048).notNullable().comment('subject.shard');
    table
      .bigInteger('last_good_at')
      .nullable()
      .comment('Last time it was observed, epoch ms');
    table.string('reason').notNullable().comment('unreachable or forbidden');
    table.text('message').notNullable().comment('One sentence');
    table
      .bigInteger('since')
      .notNullable()
      .comment('Start of failing, epoch ms');
    table.primary(['source', 'shard']);
  });

  await knex.schema.createTable('service_board', table => {
    table.comment(
      'One narrow row a service: what the board filters and sorts by',
    );
    table.increments('id').comment('Service id');
    table
      .string('ref', 1024)
      .notNullable()
      .unique()
      .comment('Entity ref, lower case');
    table.string('uid').notNullable().comment('metadata.uid of the entity');
    table
      .string('name')
      .notNullable()
      .comment('What it is sorted by: title or name, lower case');
    table.string('owner', 1024).nullable().comment('Entity ref of the owner');
    table.string('system', 1024).nullable().comment('Entity ref of the system');
    table.string('lifecycle').nullable().comment('spec.lifecycle');
    table
      .smallint('rank')
      .notNullable()
      .comment(
        'Twice the position of the status, worst 0, plus 1 for delivery only',
      );
    table
      .bigInteger('since')
      .notNullable()
      .comment('Start of the status, epoch ms');
    table
      .text('q')
      .notNullable()
      .comment('What text search looks at, lower case');
    table.string('hash').notNullable().comment('Hash of the projected entity');
    table
      .bigInteger('deleted_at')
      .nullable()
      .comment('Left the catalog, epoch ms; kept for its history');
    table.index(['uid'], 'service_board_uid_idx');
  });

  // Partial, because PostgreSQL does not take "deleted_at IS NULL" for a fixed first column when it
  // looks for an order; raw, because the builder knows no descending columns.
  for (const [name, columns] of [
    ['service_board_worst_idx', 'rank, since DESC, id'],
    ['service_board_owner_idx', 'owner, rank, since DESC, id'],
    ['service_board_system_idx', 'system, rank, since DESC, id'],
    ['service_board_name_idx', 'name, id'],
    ['service_board_since_idx', 'since DESC, id'],
  ]) {
    await knex.raw(
      `CREATE INDEX ${name} ON service_board (${columns}) WHERE deleted_at IS NULL`,
    );
  }

  await knex.schema.createTable('service_detail', table => {
    table.comment('What the board shows of a service and does not filter by');
    table
      .integer('id')
      .primary()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table
      .text('entity_json')
      .notNullable()
      .comment(
        'Projected entity: kind, namespace, name, title, tags, annotations we read, where its file is',
      );
    table
      .text('row_json')
      .notNullable()
      .comment(
        'Status words, why, impact, last change and aspects, as the board shows them, without freshness',
      );
    table
      .text('settled_json')
      .notNullable()
      .comment('State of the settling of the overall status');
    table
      .bigInteger('recheck_at')
      .nullable()
      .comment(
        'Settle again at this time even if nothing is observed, epoch ms',
      );
    table.index(['recheck_at'], 'service_detail_recheck_idx');
  });

  await knex.schema.createTable('service_tag', table => {
    table.comment('Tags of services');
    table.string('tag').notNullable().comment('metadata.tags');
    table
      .integer('id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table.primary(['tag', 'id']);
    table.index(['id'], 'service_tag_id_idx');
  });

  await knex.schema.createTable('service_aspect', table => {
    table.comment('Aspects of services');
    table
      .integer('id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table.string('aspect').notNullable().comment('pipelines, kubernetes ...');
    table
      .smallint('rank')
      .notNullable()
      .comment('Position of the status, worst 0');
    table
      .text('settled_json')
      .notNullable()
      .comment('State of the settling of the aspect');
    table.primary(['id', 'aspect']);
    table.index(['aspect', 'rank', 'id'], 'service_aspect_rank_idx');
  });

  await knex.schema.createTable('service_source', table => {
    table.comment(
      'Which sources feed a service, and the shard they do it from',
    );
    table
      .integer('id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table
      .string('source')
      .notNullable()
      .comment('source.source, or one that is not configured');
    table.string('aspect').notNullable().comment('The aspect that it feeds');
    table
      .string('shard', 2048)
      .notNullable()
      .defaultTo('')
      .comment('subject.shard');
    table.primary(['id', 'source', 'aspect', 'shard']);
    table.index(['source', 'id'], 'service_source_source_idx');
  });

  await knex.schema.createTable('service_code', table => {
    table.comment('Codes of the findings of services');
    table
      .integer('id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table.string('code').notNullable().comment('finding code');
    table
      .string('source')
      .notNullable()
      .comment('Where the finding comes from');
    table.primary(['id', 'code', 'source']);
    table.index(['code', 'id'], 'service_code_code_idx');
  });

  await knex.schema.createTable('subject', table => {
    table.comment('What services name in sources');
    table.increments('id').comment('Subject id');
    table
      .integer('service_id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table
      .string('source')
      .notNullable()
      .comment('source.source, or one that is not configured');
    table.string('aspect').notNullable().comment('The aspect that it feeds');
    table
      .string('key_hash')
      .notNullable()
      .comment(
        'Hash of key: annotation values may be longer than an index allows',
      );
    table.text('key').notNullable().comment('Name within the source');
    table
      .string('shard', 2048)
      .notNullable()
      .defaultTo('')
      .comment('Part of the source that is asked for it');
    table
      .text('spec_json')
      .notNullable()
      .comment('What else the source has to know to judge it');
    table
      .boolean('problem')
      .notNullable()
      .comment(
        'No source can observe it; its observation is made from the catalog alone',
      );
    table.unique(['service_id', 'source', 'aspect', 'key_hash'], {
      indexName: 'subject_identity_idx',
    });
    table.index(['source'], 'subject_source_idx');
  });

  await knex.schema.createTable('observation', table => {
    table.comment(
      'What a source last said of a subject; freshness is kept with the source',
    );
    table
      .integer('subject_id')
      .primary()
      .references('id')
      .inTable('subject')
      .onDelete('CASCADE')
      .comment('subject.id');
    table
      .integer('service_id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table.string('source').notNullable().comment('source.source');
    table
      .string('hash')
      .notNullable()
      .comment(
        'Hash of verdict, links and detail: equal means nothing to write',
      );
    table
      .text('verdict_json')
      .notNullable()
      .comment('Verdict, findings completed with since and fingerprint');
    table.text('links_json').notNullable().comment('Links out');
    table
      .text('detail_json')
      .notNullable()
      .comment('The facts of the source for the service page');
    table
      .text('settled_json')
      .notNullable()
      .comment('State of the settling of this observation');
    table
      .bigInteger('recheck_at')
      .nullable()
      .comment('Settle again at this time even if nothing changed, epoch ms');
    table
      .bigInteger('changed_at')
      .notNullable()
      .comment('When this row was last written, epoch ms');
    table.index(['service_id'], 'observation_service_idx');
    table.index(['source', 'recheck_at'], 'observation_recheck_idx');
  });

  await knex.schema.createTable('transition', table => {
    table.comment('Settled changes of status');
    table.increments('id').comment('Order of writing');
    table
      .integer('service_id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table
      .string('aspect')
      .notNullable()
      .comment('Empty for the service as a whole');
    table.string('from_status').notNullable().comment('Status before');
    table
      .bigInteger('from_since')
      .nullable()
      .comment('Start of the status before, where it was known; epoch ms');
    table.string('to_status').notNullable().comment('Status after');
    table
      .bigInteger('at')
      .notNullable()
      .comment('When, by the upstream where it knows; epoch ms');
    table.text('message').nullable().comment('Sentence of the worst finding');
    table
      .bigInteger('flapping_since')
      .nullable()
      .comment('This entry stands for all since then; epoch ms');
    table.index(['service_id', 'at'], 'transition_service_idx');
    table.index(['at'], 'transition_at_idx');
  });

  await knex.schema.createTable('change', table => {
    table.comment('What was done to services: builds of new commits, deploys');
    table.increments('id').comment('Order of writing');
    table
      .integer('service_id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table.string('source').notNullable().comment('source.source');
    table
      .string('key_hash')
      .notNullable()
      .comment('Hash of the identity within service and source');
    table.bigInteger('at').notNullable().comment('When, epoch ms');
    table
      .text('change_json')
      .notNullable()
      .comment('Kind, title, actor, url, key');
    table.unique(['service_id', 'source', 'key_hash'], {
      indexName: 'change_identity_idx',
    });
    table.index(['service_id', 'at'], 'change_service_idx');
    table.index(['at'], 'change_at_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'change',
    'transition',
    'observation',
    'subject',
    'service_code',
    'service_source',
    'service_aspect',
    'service_tag',
    'service_detail',
    'service_board',
    'source_shard',
    'source',
    'source_lease',
    'instance',
    'revision',
  ]) {
    await knex.schema.dropTable(table);
  }
};
