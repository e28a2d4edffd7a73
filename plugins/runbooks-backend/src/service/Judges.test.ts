import type { StoredRunbook } from '../store/StoredRunbook';
import { Judges } from './Judges';

function runbook(link: string): StoredRunbook {
  return {
    summary: {
      id: 'fresh',
      entityRef: 'component:default/checkout',
      title: 'New',
      tags: [],
      matches: [],
      state: 'draft',
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
    const judges = Judges.create({ store: { names }, now: () => now });
    return {
      judges,
      names,
      advance: (ms: number) => {
        now += ms;
      },
      isBroken: async (link: string) => {
        const judge = await judges.call();
        return judge(runbook(link)).problems.length > 0;
      },
    };
  }

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
});
