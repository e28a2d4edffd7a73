import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { z } from 'zod';
import { FERNWAY } from '../__testUtils__/fernway';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** The entities that a user may see, by name; whoever is not here sees everything. */
const SEES: Readonly<Record<string, readonly string[]>> = {
  mira: ['checkout', 'shop', 'payments'],
  tom: ['checkout', 'shop', 'payments'],
  none: [],
  late: ['search'],
};

const contextSchema = z.object({
  credentials: z.object({ principal: z.object({ userEntityRef: z.string() }) }),
});

function userOf(context: unknown): string {
  const parsed = contextSchema.safeParse(context);
  const ref = parsed.data?.credentials.principal.userEntityRef ?? '';
  return ref.replace('user:default/', '');
}

function definitive(allowed: boolean): DefinitivePolicyDecision {
  return {
    result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  };
}

/** Everything is allowed, for entities that somebody sees. */
const permissions: PermissionsService = {
  authorize: async (requests, context) =>
    requests.map(request => {
      const names = SEES[userOf(context)];
      const ref = 'resourceRef' in request ? String(request.resourceRef) : '';
      return definitive(
        request.permission.name !== 'catalog.entity.read' ||
          !names ||
          names.includes(ref.slice(ref.indexOf('/') + 1)),
      );
    }),
  authorizeConditional: async (requests, context) =>
    requests.map(({ permission }): PolicyDecision => {
      const names = SEES[userOf(context)];
      return permission.name !== 'catalog.entity.read' || !names
        ? definitive(true)
        : {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
              params: { claims: [...names] },
            },
          };
    }),
};

describe.each(databases.eachSupportedId())('who may see what, %s', id => {
  let knex: Knex;
  let started: StartedRunbooks;
  let facetsAsked = 0;
  let down = false;

  beforeAll(async () => {
    knex = await databases.init(id);
    const plain = catalogServiceMock({ entities: FERNWAY });
    const catalog = catalogServiceMock.mock({
      getEntityByRef: plain.getEntityByRef.bind(plain),
      getEntitiesByRefs: plain.getEntitiesByRefs.bind(plain),
      queryEntities: plain.queryEntities.bind(plain),
      getEntityFacets: async (_request, context) => {
        facetsAsked += 1;
        if (down) {
          throw new Error('The catalog is down');
        }
        const names = SEES[userOf(context)] ?? [];
        const seen = FERNWAY.filter(({ metadata }) =>
          names.includes(metadata.name),
        );
        return {
          facets: {
            'metadata.uid': seen.map(({ metadata }) => ({
              value: String(metadata.uid),
              count: 1,
            })),
          },
        };
      },
    });
    started = await startRunbooks({
      knex,
      permissions,
      catalog: catalog.factory,
    });
    const admin = started.as('admin');
    for (const name of ['checkout', 'search', 'orphan']) {
      const { body } = await admin
        .post('/runbooks')
        .send({
          entityRef: `component:default/${name}`,
          title: `Of ${name}`,
          content: `1. Look at ${name}\n`,
          state: 'published',
          matches: [{ code: 'slow' }],
        })
        .expect(201);
      await admin.post(`/runbooks/${body.id}/runs`).send({}).expect(201);
    }
  });

  const seenBy = async (user: string, query = '') => {
    const { body } = await started.as(user).get(`/runbooks?limit=1${query}`);
    return [body.total, body.items.length, Boolean(body.nextCursor)];
  };

  it('shows and counts what the catalog shows, whatever is asked for', async () => {
    await expect(seenBy('admin')).resolves.toEqual([3, 1, true]);
    for (const query of [
      '',
      '&q=look',
      '&problem=never-verified',
      '&owner=payments&owner=discovery',
    ]) {
      await expect(seenBy('mira', query)).resolves.toEqual([1, 1, false]);
      await expect(seenBy('none', query)).resolves.toEqual([0, 0, false]);
    }
    await expect(
      seenBy('mira', '&entityRef=component:default/search'),
    ).resolves.toEqual([0, 0, false]);
    await expect(
      seenBy('mira', '&entityRef=component:default/search&inherited=true'),
    ).resolves.toEqual([0, 0, false]);
  });

  it('asks the catalog again for other conditions only', async () => {
    const before = facetsAsked;
    await seenBy('mira');
    await seenBy('none');
    expect(facetsAsked).toBe(before);
  });

  it('hides it in matches, runs, coverage and exports too', async () => {
    const mira = started.as('mira');
    const { body: match } = await mira.get(
      '/match?entityRef=component:default/checkout&code=slow',
    );
    expect(JSON.stringify(match)).not.toMatch(/search|orphan/);
    const { body: runs } = await mira.get('/runs');
    expect(runs.items).toMatchObject([{ title: 'Of checkout' }]);
    const { body: coverage } = await mira.get('/coverage');
    expect(JSON.stringify(coverage)).not.toMatch(/search|orphan/);
    const { body: zip } = await mira.get('/export').responseType('blob');
    expect(Buffer.from(zip).toString('latin1')).not.toMatch(/search|orphan/);
    await mira
      .get('/match?entityRef=component:default/search&code=slow')
      .expect(404);
  });

  it('does not tell what is hidden from what does not exist', async () => {
    const { body } = await started
      .as('admin')
      .get('/runbooks?entityRef=component:default/search');
    const [{ id: hidden }] = body.items;
    const { body: ofHidden } = await started
      .as('admin')
      .get(`/runs?runbookId=${hidden}`);
    const [{ id: run }] = ofHidden.items;
    const mira = started.as('mira');
    for (const [path, other] of [
      [`/runbooks/${hidden}`, '/runbooks/nope'],
      [`/runbooks/${hidden}/versions`, '/runbooks/nope/versions'],
      [`/runs/${run}`, '/runs/nope'],
      [`/runs/${run}/export`, '/runs/nope/export'],
    ]) {
      const answers = await Promise.all([mira.get(path), mira.get(other)]);
      const [one, two] = answers.map(({ status, body: { error } }) => [
        status,
        error.message.replace(hidden, 'nope').replace(run, 'nope'),
      ]);
      expect(one).toEqual(two);
    }
  });

  it('shows nothing while the catalog cannot say who may see what', async () => {
    down = true;
    // Tom's conditions are Mira's, whose answer is still known.
    await expect(seenBy('tom')).resolves.toEqual([1, 1, false]);
    const { status, text } = await started.as('late').get('/runbooks');
    expect(status).toBe(500);
    expect(text).not.toContain('Of search');
    down = false;
  });
});
