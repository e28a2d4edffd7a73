import {
  FINDING_STATUSES,
  boardRank,
  composeOverall,
  type Aspect,
  type AspectStatus,
  type Change,
  type Finding,
} from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import type { StoredAspect, StoredFeed, StoredRow } from '../board/StoredRow';
import { inChunks } from '../database/inChunks';
import type {
  AspectSpec,
  BoardSpec,
  ServiceSpec,
  SourceSpec,
} from './boardSpec';

const MINUTE_MS = 60_000;

/** The time at which the boards of tests are looked at. */
export const BOARD_NOW_MS = Date.UTC(2026, 10, 23, 9);

export function instant(minutesAgo: number): string {
  return new Date(BOARD_NOW_MS - minutesAgo * MINUTE_MS).toISOString();
}

/** A finding with everything but its code made up. */
export function finding(
  code: string,
  overrides: Partial<Finding> = {},
): Finding {
  return {
    code,
    status: 'failing',
    message: `It is ${code}`,
    since: instant(30),
    impact: 'live',
    params: {},
    links: [],
    fingerprint: `fingerprint-${code}`,
    ...overrides,
  };
}

/** Fills the tables of an empty database with a board. */
export async function fillBoard(knex: Knex, board: BoardSpec): Promise<void> {
  await knex('revision').update({ value: board.revision ?? 1 });
  for (const source of board.sources ?? []) {
    await insertSource(knex, source);
  }
  const services = board.services ?? [];
  for (const chunk of inChunks(
    services.map((spec, i) => ({ spec, id: i + 1 })),
  )) {
    await insertServices(knex, chunk);
  }
}

export function refOf(spec: Pick<ServiceSpec, 'name' | 'namespace'>): string {
  return `component:${spec.namespace ?? 'default'}/${spec.name}`.toLowerCase();
}

async function insertSource(knex: Knex, spec: SourceSpec): Promise<void> {
  const slash = spec.source.indexOf('/');
  await knex('source').insert({
    source: spec.source,
    type: spec.source.slice(0, slash),
    name: spec.source.slice(slash + 1),
    state: spec.state ?? 'ok',
    message: spec.message ?? null,
    since: spec.state && spec.state !== 'ok' ? ago(4) : null,
    last_good_at: agoOrNull(spec.lastGoodMinutesAgo),
    last_round_at: ago(0),
    next_round_at: BOARD_NOW_MS + 20_000,
    interval_ms: spec.intervalMs ?? 30_000,
    deadline_ms: spec.deadlineMs ?? 10_000,
    production: spec.production ?? true,
    usage_json: JSON.stringify(spec.usage ?? []),
    latency_ms: 18,
    findings_json: JSON.stringify(spec.findings ?? []),
    configured: spec.configured ?? true,
    watched: spec.watched ?? false,
    detail_json: spec.detail ? JSON.stringify(spec.detail) : null,
  });
  for (const missed of spec.missed ?? []) {
    await knex('source_shard').insert({
      source: spec.source,
      shard: missed.shard,
      last_good_at: agoOrNull(missed.lastGoodMinutesAgo),
      reason: missed.reason ?? 'unreachable',
      message: `${missed.shard} cannot be read`,
      since: ago(3),
    });
  }
}

function ago(minutes: number): number {
  return BOARD_NOW_MS - minutes * MINUTE_MS;
}

function agoOrNull(minutes: number | null = 0): number | null {
  return minutes === null ? null : ago(minutes);
}

interface Numbered {
  readonly spec: ServiceSpec;
  readonly id: number;
}

async function insertServices(
  knex: Knex,
  numbered: readonly Numbered[],
): Promise<void> {
  const insert = async (table: string, rows: object[]) => {
    for (const chunk of inChunks(rows)) {
      await knex(table).insert(chunk);
    }
  };
  await insert('service_board', numbered.map(toBoardRow));
  await insert(
    'service_detail',
    numbered.map(({ spec, id }) => ({
      id,
      entity_json: JSON.stringify(toEntity(spec)),
      row_json: JSON.stringify(toRow(spec)),
      settled_json: '{}',
    })),
  );
  const aspects = numbered.flatMap(({ spec, id }) =>
    Object.entries(spec.aspects ?? {}).map(([aspect, value]) => ({
      id,
      aspect,
      value,
      feeds: feedsOf(value),
    })),
  );
  await insert(
    'service_tag',
    numbered.flatMap(({ spec, id }) =>
      (spec.tags ?? []).map(tag => ({ id, tag })),
    ),
  );
  await insert(
    'service_aspect',
    aspects.map(({ id, aspect, value }) => ({
      id,
      aspect,
      rank: ['failing', 'warning', 'unknown', 'ok'].indexOf(value.status),
      settled_json: '{}',
    })),
  );
  await insert(
    'service_source',
    aspects.flatMap(({ id, aspect, feeds }) =>
      feeds.map(({ source, shard }) => ({ id, aspect, source, shard })),
    ),
  );
  await insert(
    'service_code',
    distinct(
      aspects.flatMap(({ id, value, feeds }) =>
        (value.findings ?? []).map(({ code, status }) => ({
          id,
          code,
          source: feeds[0].source,
          rank: FINDING_STATUSES.indexOf(status),
        })),
      ),
    ),
  );
  await insert(
    'subject',
    aspects.flatMap(({ id, aspect, feeds }) =>
      feeds.map(({ source, shard, problem }) => ({
        id: subjectId(id, aspect, source, shard),
        service_id: id,
        source,
        aspect,
        key_hash: `${aspect}${source}${shard}`,
        key: shard || 'job',
        shard,
        spec_json: '{}',
        problem,
      })),
    ),
  );
  await insertHistory(knex, numbered);
}

async function insertHistory(
  knex: Knex,
  numbered: readonly Numbered[],
): Promise<void> {
  for (const { spec, id } of numbered) {
    for (const observation of spec.observations ?? []) {
      const { source = 'jenkins/main', aspect = 'pipelines' } = observation;
      const status = observation.status ?? 'ok';
      await knex('observation').insert({
        subject_id: subjectId(id, aspect, source, observation.subject ?? ''),
        service_id: id,
        source,
        hash: 'hash',
        verdict_json: JSON.stringify({
          status,
          summary: observation.summary ?? 'main #1 passed',
          findings: observation.findings ?? [],
          explanation: { rule: 'The newest build decides', inputs: [] },
        }),
        links_json: JSON.stringify(observation.links ?? []),
        detail_json: JSON.stringify(observation.detail ?? {}),
        settled_json: JSON.stringify({ status, since: ago(90) }),
        changed_at: ago(1),
      });
    }
    for (const transition of spec.transitions ?? []) {
      await knex('transition').insert({
        service_id: id,
        aspect: transition.aspect ?? '',
        from_status: transition.from,
        to_status: transition.to,
        at: ago(transition.minutesAgo),
        message: null,
        flapping_since:
          transition.flappingSinceMinutesAgo === undefined
            ? null
            : ago(transition.flappingSinceMinutesAgo),
      });
    }
    for (const past of spec.past ?? []) {
      await knex('finding_history').insert({
        service_id: id,
        aspect: past.aspect ?? 'kubernetes',
        code: past.code,
        first_at: ago(past.fromMinutesAgo),
        last_at: past.untilMinutesAgo ? ago(past.untilMinutesAgo) : null,
      });
    }
    for (const { key, minutesAgo } of spec.changes ?? []) {
      const change: Change = {
        key,
        kind: 'build',
        at: instant(minutesAgo),
        title: `build ${key}`,
      };
      await knex('change').insert({
        service_id: id,
        source: 'jenkins/main',
        key_hash: key,
        at: ago(minutesAgo),
        change_json: JSON.stringify(change),
      });
    }
  }
}

function toBoardRow({ spec, id }: Numbered) {
  const { status, impact } = composeOverall(
    spec.aspects ? toAspects(spec) : {},
  );
  const ref = refOf(spec);
  const title = spec.title ?? spec.name;
  return {
    id,
    ref,
    uid: spec.uid ?? `uid-${spec.name}`.slice(0, 255),
    name: title.toLowerCase(),
    owner: spec.owner ?? null,
    system: spec.system ?? null,
    lifecycle: spec.lifecycle ?? null,
    rank: boardRank(status, impact),
    since: ago(spec.sinceMinutesAgo ?? 60),
    q: [title, ref, spec.owner, spec.system, ...(spec.tags ?? [])]
      .join(' ')
      .toLowerCase(),
    hash: 'hash',
    deleted_at: spec.deleted ? ago(5) : null,
  };
}

function toEntity(spec: ServiceSpec) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: spec.namespace ?? 'default',
      name: spec.name,
      title: spec.title,
      tags: spec.tags,
      annotations: spec.annotations,
    },
  };
}

function toRow(spec: ServiceSpec): StoredRow {
  const aspects = toAspects(spec);
  const { status, impact, worst } = composeOverall(aspects);
  return {
    status,
    ...(worst && { why: worst.finding.message, impact }),
    aspects,
  };
}

function toAspects(spec: ServiceSpec): Partial<Record<Aspect, StoredAspect>> {
  return Object.fromEntries(
    Object.entries(spec.aspects ?? {}).map(([aspect, value]) => {
      const status: Omit<AspectStatus, 'stale' | 'observedAt'> = {
        status: value.status,
        since: value.since ?? instant(spec.sinceMinutesAgo ?? 60),
        summary: value.summary ?? `${aspect} ${value.status}`,
        ...(value.off && { off: true }),
        findings: [...(value.findings ?? [])],
      };
      return [aspect, { ...status, feeds: feedsOf(value) }];
    }),
  );
}

function feedsOf(aspect: AspectSpec): StoredFeed[] {
  const feeds = aspect.feeds ?? [{ source: 'jenkins/main' }];
  return feeds.map(feed => ({ shard: '', problem: false, ...feed }));
}

function distinct<T>(rows: readonly T[]): T[] {
  return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()];
}

/** Any number will do, as long as an observation finds its subject. */
function subjectId(
  id: number,
  aspect: string,
  source: string,
  shard: string,
): number {
  let hash = 0;
  for (const character of `${aspect} ${source} ${shard}`) {
    hash = (hash * 31 + character.charCodeAt(0)) % 9973;
  }
  return id * 10_000 + hash;
}
