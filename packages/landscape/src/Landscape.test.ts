import { CAST } from './company/cast';
import { jobReference } from './company/model';
import type { JobPlan } from './company/model';
import type { JenkinsItem } from './jenkins';
import { createLandscape } from './Landscape';
import type { Landscape } from './Landscape';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 24, 14, 0);

function create(options: { seed?: number; services?: number } = {}): {
  landscape: Landscape;
  at: (now: number) => void;
} {
  let now = START;
  const landscape = createLandscape({ seed: 7, clock: () => now, ...options });
  return {
    landscape,
    at: moment => {
      now = moment;
    },
  };
}

/** Colour and number of the newest build of every leaf, by full name. */
function snapshot(landscape: Landscape): Map<string, string> {
  const leaves = new Map<string, string>();
  const visit = (items: readonly JenkinsItem[], above: string): void => {
    for (const item of items) {
      const name = `${above}/${item.name}`;
      if ('items' in item) {
        visit(item.items, name);
      } else {
        const jobs = item.kind === 'multibranch' ? item.branches : [item];
        jobs.forEach(({ name: branch, builds, queue }) => {
          const newest = builds?.[0];
          leaves.set(
            `${name}/${branch}`,
            `${newest?.number} ${newest?.result} ${queue?.since}`,
          );
        });
      }
    }
  };
  visit(landscape.jenkinsItems('main'), 'main');
  visit(landscape.jenkinsItems('mobile'), 'mobile');
  return leaves;
}

function jobsPerFolder(jobs: readonly JobPlan[]): readonly number[] {
  const counts = new Map<string, number>();
  jobs.forEach(({ instance, folder }) => {
    const key = `${instance}:${folder.join('/')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return [...counts.values()];
}

describe('createLandscape', () => {
  it('is decided by its seed', () => {
    const one = create();
    const same = create();
    const other = create({ seed: 8 });
    const later = START + 90 * MINUTE_MS;
    [one, same, other].forEach(({ at }) => at(later));
    expect(snapshot(one.landscape)).toEqual(snapshot(same.landscape));
    expect(snapshot(one.landscape)).not.toEqual(snapshot(other.landscape));
    expect(one.landscape.services()).toEqual(same.landscape.services());
  });

  it('changes several times a minute, and some jobs break or mend', () => {
    const { landscape, at } = create();
    const minutes = 30;
    const snapshots = Array.from({ length: minutes + 1 }, (_, minute) => {
      at(START + minute * MINUTE_MS);
      return snapshot(landscape);
    });
    const changes = snapshots
      .slice(1)
      .flatMap((after, index) =>
        [...after].filter(
          ([name, value]) => snapshots[index].get(name) !== value,
        ),
      ).length;
    expect(changes / minutes).toBeGreaterThan(4);
    expect(changes / minutes).toBeLessThan(40);
  });

  it('tells times in whole milliseconds, as Jenkins does', () => {
    const { landscape } = create();
    const builds = landscape
      .jenkinsItems('mobile')
      .flatMap(folder => ('items' in folder ? folder.items : []))
      .flatMap(item => ('builds' in item ? item.builds ?? [] : []));
    expect(builds.length).toBeGreaterThan(50);
    builds.forEach(
      ({ startedAt, durationMs, estimatedMs, stages, commits }) => {
        const times = [
          startedAt,
          durationMs ?? 0,
          estimatedMs ?? 0,
          ...(stages ?? []).map(stage => stage.durationMs),
          ...(commits ?? []).map(commit => commit.committedAt),
        ];
        expect(times.filter(time => !Number.isInteger(time))).toEqual([]);
      },
    );
  });

  it('has sixty services, some of every role', () => {
    const { landscape } = create();
    const services = landscape.services();
    expect(services).toHaveLength(60);
    expect(new Set(services.map(({ role }) => role)).size).toBe(17);
    const unconnected = services.filter(({ role }) => role === 'unconnected');
    expect(unconnected.length).toBeGreaterThanOrEqual(8);
    unconnected.forEach(service => expect(service.annotations).toEqual({}));
  });

  it('annotates rightly and wrongly', () => {
    const { landscape } = create();
    const value = (name: string) =>
      landscape.service(name).annotations['jenkins.io/job-full-name'];
    expect(value('checkout-api')).toBe(
      'main:fernway/checkout-api,main:shop/checkout-api-smoke,main:shop/checkout-api-deploy',
    );
    expect(value('app-backend')).toBe(
      'mobile:apps/app-backend,main:shop/app-backend-contract',
    );
    expect(value('gift-cards')).toBe('main:payments/giftcards');
    expect(value('payment-ledger')).toBe('legacy:payments/payment-ledger');
    expect(value('legacy-cron')).toContain('..');
    expect(value('build-agents')).toBe('main:platform/agents');
  });

  it.each([0, 1, 7, 61])('can have %d services', count => {
    const { landscape } = create({ services: count });
    expect(landscape.services()).toHaveLength(count);
  });

  it('grows to ten thousand services with the same proportions', () => {
    const { landscape } = create({ services: 10_000 });
    const services = landscape.services();
    expect(new Set(services.map(({ name }) => name)).size).toBe(10_000);
    const jobs = services.flatMap(service => service.jobs);
    expect(new Set(jobs.map(jobReference)).size).toBe(jobs.length);
    const folders = jobsPerFolder(jobs);
    expect(jobs.length / folders.length).toBeGreaterThan(15);
    expect(Math.max(...folders)).toBeLessThan(50);
    const { teams, people, systems } = landscape.company;
    [teams, systems].forEach(list =>
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length),
    );
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    const teamNames = new Set(teams.map(({ name }) => name));
    const systemNames = new Set(systems.map(({ name }) => name));
    services.forEach(({ owner, system }) => {
      expect(teamNames.has(owner)).toBe(true);
      expect(systemNames.has(system)).toBe(true);
    });
  });

  it('names every cast member once', () => {
    expect(new Set(CAST.map(({ name }) => name)).size).toBe(CAST.length);
  });

  it('makes things happen to the job that is meant', () => {
    const { landscape } = create();
    const before = snapshot(landscape);
    const { job, build } = landscape.incident({
      kind: 'build-failed',
      service: 'payment-gateway',
    });
    expect(job).toBe('main:payments/payment-gateway');
    const changed = [...snapshot(landscape)].filter(
      ([name, value]) => before.get(name) !== value,
    );
    expect(changed).toEqual([
      [
        expect.stringMatching(/payment-gateway\/(main|master|trunk)$/),
        `${build} FAILURE undefined`,
      ],
    ]);
  });

  it('takes jobs away and gives them back', () => {
    const { landscape } = create();
    const access = () => {
      const folder = landscape
        .jenkinsItems('main')
        .find(({ name }) => name === 'payments');
      return folder && 'items' in folder
        ? folder.items.find(({ name }) => name === 'refunds-worker')?.access
        : undefined;
    };
    const service = 'refunds-worker';
    landscape.incident({ kind: 'job-missing', service });
    expect(access()).toBe('none');
    landscape.incident({ kind: 'job-restored', service });
    expect(access()).toBe('read');
    landscape.incident({ kind: 'forbidden', service });
    expect(access()).toBe('discover');
  });

  it('refuses what makes no sense', () => {
    const { landscape } = create();
    expect(() =>
      landscape.incident({ kind: 'build-failed', service: 'session-store' }),
    ).toThrow('has no job');
    expect(() =>
      landscape.incident({ kind: 'build-failed', job: 'main:nope' }),
    ).toThrow('There is no job');
    expect(() => landscape.deleteService('nope')).toThrow();
    expect(() => landscape.addService({ name: 'cart-service' })).toThrow(
      'already',
    );
  });
});
