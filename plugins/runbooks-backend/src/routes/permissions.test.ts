import { createBackendModule } from '@backstage/backend-plugin-api';
import permissionBackend from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type AuthorizePermissionRequest,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  RESOURCE_TYPE_RUNBOOK,
  runbooksArchivePermission,
  runbooksReadPermission,
} from '@callboard/plugin-runbooks-common';
import {
  createRunbooksConditionalDecision,
  runbooksConditions,
} from '../access/conditions';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

jest.setTimeout(60_000);

const WRITES = {
  checkout: {
    entityRef: 'component:default/checkout',
    title: 'Of payments',
    content: '1. Look\n',
    state: 'published',
    matches: [{ code: 'slow' }],
  },
  search: {
    entityRef: 'component:default/search',
    title: 'Of discovery',
    content: '1. Look\n',
    state: 'published',
    matches: [{ code: 'slow' }],
  },
};

const TEAMS: Readonly<Record<string, string>> = {
  'user:default/mira': 'group:default/payments',
  'user:default/tom': 'group:default/discovery',
};

/** Everybody may do what concerns their team; an admin everything, a guest only read. */
const policy = {
  async handle(
    { permission }: { permission: AuthorizePermissionRequest['permission'] },
    user?: { info: { userEntityRef: string } },
  ): Promise<PolicyDecision> {
    const name = user?.info.userEntityRef ?? '';
    const team = TEAMS[name];
    if (name === 'user:default/admin') {
      return { result: AuthorizeResult.ALLOW };
    }
    if (permission.name === 'catalog.entity.read') {
      return {
        result:
          name === 'user:default/blind'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      };
    }
    if (name === 'user:default/guest') {
      return {
        result: isPermission(permission, runbooksReadPermission)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    return team &&
      isResourcePermission(permission, RESOURCE_TYPE_RUNBOOK) &&
      !isPermission(permission, runbooksArchivePermission)
      ? createRunbooksConditionalDecision(permission, {
          not: { not: runbooksConditions.isOwnerOfEntity({ claims: [team] }) },
        })
      : { result: AuthorizeResult.DENY };
  },
};

describe('permissions, by a policy of the permission backend', () => {
  let started: StartedRunbooks;
  let ids: Record<keyof typeof WRITES, string>;

  beforeAll(async () => {
    started = await startRunbooks({
      withPermissionBackend: true,
      features: [
        permissionBackend,
        createBackendModule({
          pluginId: 'permission',
          moduleId: 'policy',
          register(env) {
            env.registerInit({
              deps: { extension: policyExtensionPoint },
              async init({ extension }) {
                extension.setPolicy(policy);
              },
            });
          },
        }),
      ],
    });
    const admin = started.as('admin');
    const made = [];
    for (const write of Object.values(WRITES)) {
      const { body } = await admin.post('/runbooks').send(write).expect(201);
      made.push(body.id);
    }
    ids = { checkout: made[0], search: made[1] };
  });

  const titles = async (user: string, query = '') => {
    const { body } = await started.as(user).get(`/runbooks${query}`);
    return [
      body.total,
      body.items?.map(({ title }: { title: string }) => title),
    ];
  };

  it('shows in lists and counts what the conditions say', async () => {
    await expect(titles('admin')).resolves.toEqual([
      2,
      ['Of discovery', 'Of payments'],
    ]);
    await expect(titles('mira')).resolves.toEqual([1, ['Of payments']]);
    await expect(titles('tom', '?q=look')).resolves.toEqual([
      1,
      ['Of discovery'],
    ]);
    await expect(titles('guest')).resolves.toEqual([2, expect.anything()]);
    await expect(titles('nobody')).resolves.toEqual([0, []]);
    await expect(titles('blind')).resolves.toEqual([0, []]);
  });

  it('answers for what may not be read as for what does not exist', async () => {
    const mira = started.as('mira');
    for (const path of [
      `/runbooks/${ids.search}`,
      `/runbooks/${ids.search}/versions`,
      `/runbooks/${ids.search}/versions/1`,
    ]) {
      const { status, body } = await mira.get(path);
      expect([status, body.error.message]).toEqual([
        404,
        `There is no runbook '${ids.search}'`,
      ]);
    }
    await mira
      .put(`/runbooks/${ids.search}`)
      .set('If-Match', '"1"')
      .send(WRITES.search)
      .expect(404);
    await mira.post(`/runbooks/${ids.search}/runs`).send({}).expect(404);
    await mira.delete(`/runbooks/${ids.search}`).expect(404);
  });

  it('matches only what may be read', async () => {
    const matched = async (user: string) => {
      const { body } = await started
        .as(user)
        .get('/match?entityRef=component:default/orphan&code=slow');
      return body.items?.map(
        ({ runbook }: { runbook: { title: string } }) => runbook.title,
      );
    };
    await expect(matched('admin')).resolves.toHaveLength(2);
    await expect(matched('mira')).resolves.toEqual(['Of payments']);
    await expect(matched('nobody')).resolves.toEqual([]);
    await expect(matched('blind')).resolves.toBeUndefined();
  });

  it('names the permission that is missing', async () => {
    const refused = async (
      calling: Promise<{
        status: number;
        body: { error: { message: string } };
      }>,
    ) => {
      const { status, body } = await calling;
      return [status, body.error?.message];
    };
    const guest = started.as('guest');
    const path = `/runbooks/${ids.checkout}`;
    const missing = (permission: string) => [
      403,
      `This needs the permission '${permission}' for 'component:default/checkout'`,
    ];
    await expect(
      refused(guest.post('/runbooks').send(WRITES.checkout)),
    ).resolves.toEqual(missing('runbooks.create'));
    await expect(
      refused(guest.put(path).set('If-Match', '"1"').send(WRITES.checkout)),
    ).resolves.toEqual(missing('runbooks.update'));
    await expect(
      refused(
        guest
          .post(`${path}/restore`)
          .set('If-Match', '"1"')
          .send({ version: 1 }),
      ),
    ).resolves.toEqual(missing('runbooks.update'));
    await expect(refused(guest.post(`${path}/runs`).send({}))).resolves.toEqual(
      missing('runbooks.run'),
    );
    await expect(
      refused(guest.post(`${path}/reports`).send({ version: 1, step: 1 })),
    ).resolves.toEqual(missing('runbooks.run'));
    await expect(refused(started.as('mira').delete(path))).resolves.toEqual(
      missing('runbooks.archive'),
    );
    await expect(
      refused(
        started
          .as('mira')
          .put(path)
          .set('If-Match', '"1"')
          .send({ ...WRITES.checkout, state: 'archived' }),
      ),
    ).resolves.toEqual(missing('runbooks.archive'));
  });

  it('lets owners do what concerns their entity, and nothing else', async () => {
    const mira = started.as('mira');
    const { body } = await mira
      .post('/runbooks')
      .send({ ...WRITES.checkout, title: 'New' })
      .expect(201);
    await mira.post('/runbooks').send(WRITES.search).expect(403);
    // Moving it away is writing a new one there.
    await mira
      .put(`/runbooks/${body.id}`)
      .set('If-Match', '"1"')
      .send({ ...WRITES.search })
      .expect(403);
    const run = await mira
      .post(`/runbooks/${body.id}/runs`)
      .send({})
      .expect(201);
    await started.as('tom').get(`/runs/${run.body.id}`).expect(404);
    const { body: runs } = await started.as('tom').get('/runs');
    expect(runs.items).toEqual([]);
    await started
      .as('guest')
      .patch(`/runs/${run.body.id}/steps/1`)
      .send({ state: 'done' })
      .expect(403);
    await mira
      .patch(`/runs/${run.body.id}/steps/1`)
      .send({ state: 'done' })
      .expect(200);
  });

  it('takes out only what may be read', async () => {
    const { body } = await started
      .as('tom')
      .get('/export')
      .responseType('blob');
    const text = Buffer.from(body).toString('latin1');
    expect(text).toContain('Of-discovery.md');
    expect(text).not.toContain('Of-payments.md');
  });
});
