import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FERNWAY } from '../__testUtils__/fernway';
import { startRunbooks } from '../__testUtils__/startRunbooks';

jest.setTimeout(60_000);

/** What nobody may do for now, by the name of the permission. */
const taken = new Set<string>();

const decide = (name: string): DefinitivePolicyDecision => ({
  result: taken.has(name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
});

const permissions: PermissionsService = {
  authorize: async requests =>
    requests.map(({ permission }) => decide(permission.name)),
  authorizeConditional: async requests =>
    requests.map(({ permission }) => decide(permission.name)),
};

describe('what happens in the middle of a run', () => {
  let gone = false;
  let tom: ReturnType<Awaited<ReturnType<typeof startRunbooks>>['as']>;
  let run: string;

  beforeAll(async () => {
    const plain = catalogServiceMock({ entities: FERNWAY });
    const catalog = catalogServiceMock.mock({
      queryEntities: plain.queryEntities.bind(plain),
      getEntityFacets: plain.getEntityFacets.bind(plain),
      getEntitiesByRefs: plain.getEntitiesByRefs.bind(plain),
      getEntityByRef: async (ref, options) =>
        gone ? undefined : plain.getEntityByRef(ref, options),
    });
    const started = await startRunbooks({
      permissions,
      catalog: catalog.factory,
    });
    tom = started.as('tom');
  });

  beforeEach(async () => {
    gone = false;
    taken.clear();
    const { body: runbook } = await tom
      .post('/runbooks')
      .send({
        entityRef: 'component:default/checkout',
        title: 'Checkout is slow',
        content: '1. Look\n2. Restart\n',
        state: 'published',
      })
      .expect(201);
    const { body } = await tom
      .post(`/runbooks/${runbook.id}/runs`)
      .send({})
      .expect(201);
    run = body.id;
  });

  const tick = () => tom.patch(`/runs/${run}/steps/1`).send({ state: 'done' });
  const finish = () =>
    tom.post(`/runs/${run}/finish`).send({ outcome: 'fixed' });

  it.each([
    ['runbooks.run', 403, 200],
    ['runbooks.read', 404, 404],
    ['catalog.entity.read', 404, 404],
  ])(
    '%s is taken away: the run can be changed no more, and again once it is given back',
    async (permission, whenChanging, whenReading) => {
      const statuses = async (...calls: ReturnType<typeof tick>[]) =>
        Promise.all(calls).then(all => all.map(({ status }) => status));
      taken.add(permission);
      await expect(
        statuses(tick(), finish(), tom.get(`/runs/${run}`)),
      ).resolves.toEqual([whenChanging, whenChanging, whenReading]);
      taken.clear();
      await expect(statuses(tick())).resolves.toEqual([200]);
      await expect(statuses(finish())).resolves.toEqual([200]);
      // What was acknowledged before is not acknowledged to somebody who may not.
      taken.add(permission);
      await expect(statuses(finish())).resolves.toEqual([whenChanging]);
    },
  );

  it('the entity leaves the catalog: the run goes on to its end, and is read afterwards', async () => {
    gone = true;
    await tick().expect(200);
    await finish().expect(200);
    const { body } = await tom.get(`/runs/${run}`).expect(200);
    expect(body).toMatchObject({
      outcome: 'fixed',
      steps: [{ by: expect.any(String) }, {}],
    });
  });

  it('tells the clock of the server, also to a page from another origin', async () => {
    const { headers } = await tom.get(`/runs/${run}`).expect(200);
    expect(headers['access-control-expose-headers']).toBe('Date');
    expect(Date.parse(headers.date)).not.toBeNaN();
  });
});
