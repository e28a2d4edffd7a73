// @ts-check

const CHUNK_ROW_COUNT = 500;
/** Health aspects; what stands outside the overall status is no finding of the service's health. */
const HEALTH_ASPECTS = new Set([
  'pipelines',
  'kubernetes',
  'alerts',
  'logs',
  'infrastructure',
  'automation',
  'cloud',
]);

/**
 * Which findings services had. What they have at this time is taken over, so that it counts even
 * if it never changes again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('finding_history', table => {
    table.comment(
      'From when until when services had findings of a code; written when one comes or goes',
    );
    table.increments('id').comment('Order of writing');
    table
      .integer('service_id')
      .notNullable()
      .references('id')
      .inTable('service_board')
      .onDelete('CASCADE')
      .comment('service_board.id');
    table.string('aspect').notNullable().comment('pipelines, kubernetes ...');
    table.string('code').notNullable().comment('Code of the findings');
    table
      .bigInteger('first_at')
      .notNullable()
      .comment('When the first of them began, epoch ms');
    table
      .bigInteger('last_at')
      .nullable()
      .comment('When the last of them was gone, epoch ms; null while it lasts');
    table.index(['service_id', 'last_at'], 'finding_history_service_idx');
    table.index(['last_at'], 'finding_history_last_idx');
  });

  for (let after = 0; ; ) {
    const services = await knex('service_detail')
      .where('id', '>', after)
      .orderBy('id')
      .limit(CHUNK_ROW_COUNT)
      .select('id', 'row_json');
    if (services.length === 0) {
      return;
    }
    const rows = services.flatMap(({ id, row_json }) => codesOf(id, row_json));
    for (let at = 0; at < rows.length; at += CHUNK_ROW_COUNT) {
      await knex('finding_history').insert(
        rows.slice(at, at + CHUNK_ROW_COUNT),
      );
    }
    after = services[services.length - 1].id;
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('finding_history');
};

/**
 * @param {number} serviceId
 * @param {string} rowJson
 */
function codesOf(serviceId, rowJson) {
  const codes = new Map();
  for (const [aspect, { findings = [] }] of Object.entries(
    JSON.parse(rowJson).aspects ?? {},
  )) {
    for (const { code, status, since } of findings) {
      const key = `${aspect} ${code}`;
      const at = Date.parse(since);
      if (
        HEALTH_ASPECTS.has(aspect) &&
        (status === 'failing' || status === 'warning') &&
        !(codes.get(key)?.first_at <= at)
      ) {
        codes.set(key, {
          service_id: serviceId,
          aspect,
          code,
          first_at: at,
          last_at: null,
        });
      }
    }
  }
  return [...codes.values()];
}
