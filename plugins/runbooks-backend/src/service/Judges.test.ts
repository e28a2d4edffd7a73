import type { LatelyDefinedAlerts } from '../rules/definedAlerts';
import type { StoredRunbook } from '../store/StoredRunbook';
import { Judges } from './Judges';

function runbook(link: string, alertname?: string): StoredRunbook {
  return {
    summary: {
      id: 'fresh',
      entityRef: 'component:default/checkout',
      title: 'New',
      tags: [],
      matches: alertname ? [{ alertname }] : [],
      state: alertname ? 'published' : 'draft',
      reviewers: [],
      pinned: false,
      version: 1,
      contentHash: '',
      createdAt: '2026-11-20T10:00:00.000Z',
      createdBy: 'user:default/mira',
      updatedAt: '2026-11-20T10:00:00.000Z',
      updatedBy: 'user:default/mira',
      helpedCount: 0,
      runsCount: 0,
    },
    contentBy: 'user:default/mira',
    facts: { links: [{ url: link, text: '', line: 1 }], alertnames: [] },
    noHelpAt: [],
    reports: [],
  };
}

describe('Judges', () => {
  function setup() {
    let now = 0;
    const names = jest.fn(async () => [{ id: 'known', title: 'Known' }]);
    let alerts: LatelyDefinedAlerts | undefined;
    const judges = Judges.create({
      store: { names },
      owners: {
        missing: async () =>
          new Map([['group:default/left', '2026-11-20T10:00:00.000Z']]),
      },
      alerts: async () => alerts,
      now: () => now,
    });
    return {
      judges,
      names,
      alertsAre: (known: LatelyDefinedAlerts | undefined) => {
        alerts = known;
      },
      advance: (ms: number) => {
        now += ms;
      },
      isBroken: async (link: string) => {
        const judge = await judges.call();
        return judge(runbook(link)).problems.length > 0;
      },
    };
  }

  it('knows who looks after runbooks and left the catalog', async () => {
    const { judges, advance } = setup();
    advance(Date.parse('2026-11-26T10:00:00.000Z'));
    const judge = await judges.call();
    const problemsFor = (entityOwner: string) => {
      const { problems } = judge({ ...runbook('', 'OrdersLate'), entityOwner });
      return problems.filter(({ code }) => code === 'unowned');
    };
    expect(problemsFor('group:default/left')).toMatchObject([
      { since: '2026-11-20T10:00:00.000Z' },
    ]);
    expect(problemsFor('group:default/there')).toEqual([]);
  });

  it('knows which runbooks links can lead to, and learns of new ones at once', async () => {
    const { judges, isBroken } = setup();
    await expect(isBroken('/runbooks/known')).resolves.toBe(false);
    await expect(isBroken('Known.md')).resolves.toBe(false);
    await expect(isBroken('/runbooks/fresh')).resolves.toBe(true);
    judges.learn(runbook(''));
    await expect(isBroken('/runbooks/fresh')).resolves.toBe(false);
  });

  it('asks again after a while, once for all and while nobody waits', async () => {
    const { names, isBroken, advance } = setup();
    await Promise.all([isBroken('x'), isBroken('x'), isBroken('x')]);
    expect(names).toHaveBeenCalledTimes(1);
    advance(30_001);
    names.mockResolvedValue([{ id: 'later', title: 'Later' }]);
    await expect(isBroken('/runbooks/later')).resolves.toBe(true);
    await expect(isBroken('/runbooks/later')).resolves.toBe(false);
    expect(names).toHaveBeenCalledTimes(2);
  });

  it('goes on with what it knows when asking fails', async () => {
    const { names, isBroken, advance } = setup();
    await isBroken('x');
    advance(30_001);
    names.mockRejectedValueOnce(new Error('No database'));
    await expect(isBroken('/runbooks/known')).resolves.toBe(false);
    await expect(isBroken('/runbooks/known')).resolves.toBe(false);
    expect(names).toHaveBeenCalledTimes(3);
  });

  describe('of alerts', () => {
    const known = (until: number, ...names: string[]) => ({
      names: new Set(names),
      servers: ['prometheus/main'],
      until,
    });
    const codesOf = async ({ judges }: ReturnType<typeof setup>) => {
      const judge = await judges.call();
      return judge(runbook('', 'OrdersLate')).problems.map(({ code }) => code);
    };

    it.each([
      ['nobody knows all of them', undefined, false],
      ['a rule fires it', known(60_000, 'orderslate'), false],
      ['no rule fires it', known(60_000, 'other'), true],
      ['it was read too long ago', known(-1, 'other'), false],
    ])('says what it knows where %s', async (_name, alerts, isUnknown) => {
      const given = setup();
      given.alertsAre(alerts);
      expect((await codesOf(given)).includes('unknown-alert')).toBe(isUnknown);
    });

    it('asks before it leaves out what it knew', async () => {
      const given = setup();
      given.alertsAre(known(60_000, 'other'));
      await codesOf(given);
      given.advance(60_001);
      given.alertsAre(known(120_000, 'other'));
      expect(await codesOf(given)).toContain('unknown-alert');
      expect(given.names).toHaveBeenCalledTimes(2);
    });

    it('says nothing any more once it was read too long ago', async () => {
      const given = setup();
      given.alertsAre(known(60_000, 'other'));
      await codesOf(given);
      given.advance(60_001);
      expect(await codesOf(given)).not.toContain('unknown-alert');
    });
  });
});
