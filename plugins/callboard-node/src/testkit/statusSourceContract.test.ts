import type { ObserveOptions, Round, StatusSource } from '../StatusSource';
import { UpstreamError } from '../UpstreamError';
import type { ContractSourceOptions } from './contractOptions';
import {
  healthyLamps,
  HonestSource,
  observation,
  ok,
  SECRETS,
  SUBJECTS,
  unknown,
} from './fixtures/HonestSource';
import {
  WatchedHonestSource,
  watchedLamps,
} from './fixtures/WatchedHonestSource';
import { runStatusSourceContract } from './runStatusSourceContract';
import { statusSourceContract } from './statusSourceContract';

const contract = {
  subjects: SUBJECTS,
  healthy: healthyLamps,
  secrets: Object.values(SECRETS),
  deadlineMs: 300,
};

runStatusSourceContract({
  ...contract,
  name: 'An honest source',
  createSource: HonestSource.create,
});

const watchedContract = {
  ...contract,
  healthy: watchedLamps,
  watched: true,
  noticeMs: 5_000,
};

runStatusSourceContract({
  ...watchedContract,
  name: 'An honest source that is watched',
  createSource: WatchedHonestSource.create,
});

type Observe = (
  honest: HonestSource,
  options: ObserveOptions,
  context: ContractSourceOptions,
) => Promise<Round>;

/** An honest source but for what it makes of a round. */
function brokenSource(observe: Observe) {
  return (context: ContractSourceOptions): StatusSource => {
    const honest = HonestSource.create(context);
    return {
      type: honest.type,
      name: honest.name,
      intervalMs: honest.intervalMs,
      deadlineMs: honest.deadlineMs,
      usage: () => honest.usage(),
      observe: options => observe(honest, options, context),
    };
  };
}

const allAs = (verdict: ReturnType<typeof ok>): Round => ({
  observations: SUBJECTS.map(subject => observation(subject, verdict)),
});

describe('the contract of a source refuses a source that', () => {
  it.each<{ flaw: string; at: RegExp; because: RegExp; observe: Observe }>([
    {
      flaw: 'claims that all is well when nothing answers',
      at: /refuses connections/,
      because: /unknown and not ok/,
      observe: (honest, options) =>
        honest.observe(options).catch(() => allAs(ok())),
    },
    {
      flaw: 'calls a login page not found',
      at: /a login page/,
      because: /has a finding forbidden, not not-found/,
      observe: (honest, options) =>
        honest.observe(options).catch(() => allAs(unknown('not-found'))),
    },
    {
      flaw: 'says nothing at all',
      at: /answers 500/,
      because: /one observation for every subject/,
      observe: (honest, options) =>
        honest.observe(options).catch(() => ({ observations: [] })),
    },
    {
      flaw: 'throws something else',
      at: /half of a JSON/,
      because: /threw TypeError/,
      observe: (honest, options) =>
        honest.observe(options).catch(() => {
          throw new TypeError('Cannot read properties of undefined');
        }),
    },
    {
      flaw: 'loses the wait that it was asked for',
      at: /429 with seconds/,
      because: /retryAfterMs/,
      observe: (honest, options) =>
        honest.observe(options).catch(error => {
          throw new UpstreamError(error.message, { reason: error.reason });
        }),
    },
    {
      flaw: 'shows its password',
      at: /answers 403/,
      because: /a secret of/,
      observe: (honest, options) =>
        honest.observe(options).catch(error => {
          throw new UpstreamError(`Not let in with ${SECRETS.password}`, {
            reason: error.reason,
          });
        }),
    },
    {
      flaw: 'shows its password in a cause',
      at: /answers 401/,
      because: /a secret of/,
      observe: (honest, options) =>
        honest.observe(options).catch(error => {
          throw new UpstreamError('Not let in', {
            reason: error.reason,
            cause: new Error(`authorization: Basic ${SECRETS.basic}`),
          });
        }),
    },
    {
      flaw: 'waits for ever',
      at: /never answers/,
      because: /did not settle within 600 ms/,
      observe: (honest, options) =>
        honest.observe(options).catch(() => new Promise<Round>(() => {})),
    },
    {
      flaw: 'follows a redirect to another server',
      at: /redirects elsewhere$/,
      because: /connections elsewhere/,
      observe: async (honest, options, { baseUrl }) => {
        const { signal } = options;
        await fetch(`${baseUrl}/api/lamps`, { signal }).catch(() => {});
        return honest.observe(options);
      },
    },
    {
      flaw: 'does not come back after it broke down',
      at: /answers 503/,
      because: /a healthy system, but UpstreamError/,
      observe: (() => {
        const broken = new WeakMap<HonestSource, Error>();
        return async (honest, options) => {
          const before = broken.get(honest);
          if (before) {
            throw before;
          }
          return honest.observe(options).catch(error => {
            broken.set(honest, error);
            throw error;
          });
        };
      })(),
    },
    {
      flaw: 'does not leave when it is told to',
      at: /in the middle of a call/,
      because: /did not settle within 600 ms/,
      observe: (honest, options) =>
        honest.observe({ ...options, signal: new AbortController().signal }),
    },
    {
      flaw: 'begins although it was told to leave',
      at: /before it began/,
      because: /failing|unknown and not ok/,
      observe: (honest, options) =>
        honest.observe({ ...options, signal: new AbortController().signal }),
    },
    {
      flaw: 'believes a wrong clock',
      at: /hour ahead/,
      because: /begins in the future/,
      observe: async (honest, options) => {
        const { observations } = await honest.observe(options);
        return {
          observations: observations.map(one => ({
            ...one,
            verdict: {
              ...one.verdict,
              since: new Date(Date.now() + 3_600_000).toISOString(),
            },
          })),
        };
      },
    },
    {
      flaw: 'forgets a subject',
      at: /every subject/,
      because: /one observation for every subject/,
      observe: async (honest, options) => {
        const { observations } = await honest.observe(options);
        return { observations: observations.slice(1) };
      },
    },
  ])('$flaw', async ({ at, because, observe }) => {
    const cases = statusSourceContract({
      ...contract,
      name: 'A broken source',
      slackMs: 300,
      createSource: brokenSource(observe),
    });
    const found = cases.filter(({ title }) => at.test(title));
    expect(found).toHaveLength(1);
    await expect(found[0].run()).rejects.toThrow(because);
  });

  it.each<{
    flaw: string;
    at: RegExp;
    because: RegExp;
    broken: (honest: WatchedHonestSource) => Partial<StatusSource>;
  }>([
    {
      flaw: 'stops watching when the system is gone',
      at: /refuses connections/,
      because: /until it is told to stop, but it threw 'gone'/,
      broken: honest => ({
        watch: ({ signal }) =>
          new Promise((_, reject) => {
            const options = {
              signal,
              onChange: () => reject(new Error('gone')),
            };
            void honest.watch(options);
          }),
      }),
    },
    {
      flaw: 'does not stop when it is told to',
      at: /and again when it is started/,
      because: /the watch did not end within/,
      broken: honest => ({
        watch: async options => {
          await honest.watch(options);
          await new Promise(() => {});
        },
      }),
    },
    {
      flaw: 'goes on claiming what it saw before it was cut off',
      at: /answers 500/,
      because: /is unknown and not/,
      broken: honest => {
        let before: Round | undefined;
        return {
          observe: async options => {
            try {
              before = await honest.observe(options);
            } catch (error) {
              if (!before) throw error;
            }
            return before;
          },
        };
      },
    },
    {
      flaw: 'tells of everything whatever it is asked for',
      at: /of no other/,
      because: /every subject that was asked for/,
      broken: honest => ({
        observe: options => honest.observe({ ...options, only: undefined }),
      }),
    },
    {
      flaw: 'asks the system all the same',
      at: /asks nobody/,
      because: /requests/,
      broken: honest => ({ observe: options => honest.poll(options) }),
    },
  ])('is watched and $flaw', async ({ at, because, broken }) => {
    const cases = statusSourceContract({
      ...watchedContract,
      name: 'A broken source that is watched',
      noticeMs: 500,
      slackMs: 300,
      createSource: context => {
        const honest = WatchedHonestSource.create(context);
        return {
          type: honest.type,
          name: honest.name,
          intervalMs: honest.intervalMs,
          deadlineMs: honest.deadlineMs,
          usage: () => honest.usage(),
          observe: options => honest.observe(options),
          watch: options => honest.watch(options),
          ...broken(honest),
        };
      },
    });
    const found = cases.filter(({ title }) => at.test(title));
    expect(found).toHaveLength(1);
    await expect(found[0].run()).rejects.toThrow(because);
  });

  it('has a watch that nobody was told of', async () => {
    const [first] = statusSourceContract({
      ...watchedContract,
      name: 'A source',
      watched: false,
      createSource: WatchedHonestSource.create,
    });
    await expect(first.run()).rejects.toThrow(/whether the source has a watch/);
  });

  it('declares its cases with the test framework that it is given', () => {
    const titles: string[] = [];
    runStatusSourceContract(
      { ...contract, name: 'Lamps', createSource: HonestSource.create },
      {
        describe: (name, body) => {
          titles.push(name);
          body();
        },
        it: title => titles.push(title),
      },
    );
    expect(titles[0]).toBe('Lamps keeps the contract of a source:');
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeGreaterThan(25);
  });
});
