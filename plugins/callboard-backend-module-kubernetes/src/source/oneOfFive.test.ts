import type { Round } from '@callboard/plugin-callboard-node';
import { FakeTime } from '../__testUtils__/FakeTime';
import { SourceStage } from '../__testUtils__/SourceStage';
import { waitFor } from '../__testUtils__/waitFor';
import { deployment } from '../__testUtils__/workloads';

const NAMES = ['prod-1', 'prod-2', 'prod-3', 'prod-4', 'black-hole'];
const LABELS = { 'backstage.io/kubernetes-id': 'shop' };

describe('one of five clusters that takes connections and never answers', () => {
  let time: FakeTime;
  let stages: readonly SourceStage[];
  let four: readonly SourceStage[];
  let silent: SourceStage;

  beforeEach(async () => {
    time = FakeTime.create();
    stages = await Promise.all(
      NAMES.map(name =>
        SourceStage.set(
          { shop: 'backstage.io/kubernetes-id=shop' },
          { name, time },
        ),
      ),
    );
    [silent] = stages.slice(-1);
    four = stages.slice(0, -1);
    stages.forEach(({ cluster }) => {
      cluster.put('deployments', deployment('shop', { labels: LABELS }));
    });
  });

  afterEach(async () => {
    await Promise.all(stages.map(async stage => stage.strike()));
  });

  /** A round that may hang, and what came of it so far. */
  function begun(round: Promise<Round>) {
    const state: { error?: unknown; round?: Round } = {};
    round.then(
      answer => {
        state.round = answer;
      },
      error => {
        state.error = error;
      },
    );
    return state;
  }

  const summaryOf = async (stage: SourceStage) =>
    (await stage.observeOne('shop')).verdict.summary;

  /** A change in each of the four is told and judged, while nothing came of the fifth. */
  async function expectChangesIn(image: string, replicas: number) {
    four.forEach(stage => {
      stage.reported.clear();
      stage.cluster.put(
        'deployments',
        deployment('shop', { labels: LABELS, image, replicas }),
      );
    });
    await waitFor(() => four.every(({ reported }) => reported.has('shop')));
    expect(await Promise.all(four.map(summaryOf))).toEqual(
      four.map(() => `${replicas} of ${replicas} serve`),
    );
  }

  it('costs the others nothing, from the beginning', async () => {
    silent.cluster.fallSilent();
    stages.forEach(stage => stage.begin());
    const hanging = begun(silent.observe());
    await waitFor(() => silent.cluster.calls.length > 0);
    await Promise.all(four.map(async stage => stage.observe()));
    await expectChangesIn('example.test/shop:2', 3);
    expect(hanging).toEqual({});

    const deadlineMs = 1_000;
    for (let tries = 0; tries < 10 && !hanging.error; tries++) {
      time.advance(deadlineMs);
      await Promise.all(four.map(async stage => stage.observe()));
    }
    expect(hanging.error).toEqual(
      expect.objectContaining({
        name: 'UpstreamError',
        reason: 'unreachable',
        message: 'kubernetes/black-hole did not answer within 4.5 s',
      }),
    );
    await expectChangesIn('example.test/shop:3', 4);
  });

  it('costs the others nothing when it falls silent in the middle', async () => {
    stages.forEach(stage => stage.begin());
    await Promise.all(stages.map(async stage => stage.observe()));
    const lists = four.map(({ cluster }) => cluster.count('list'));
    const turns = four.map(stage => stage.turns);

    silent.cluster.fallSilent();
    time.advance(silent.source.intervalMs);
    const asked = silent.cluster.count('ready');
    const hanging = begun(silent.observe());
    await waitFor(() => silent.cluster.count('ready') > asked);
    await expectChangesIn('example.test/shop:2', 3);
    expect(hanging).toEqual({});

    for (let tries = 0; tries < 10 && !hanging.error; tries++) {
      time.advance(1_000);
      await Promise.all(four.map(async stage => stage.observe([])));
    }
    expect(hanging.error).toEqual(
      expect.objectContaining({ reason: 'unreachable' }),
    );
    await expectChangesIn('example.test/shop:3', 4);
    expect(four.map(({ cluster }) => cluster.count('list'))).toEqual(lists);
    expect(four.map(stage => stage.turns)).toEqual(turns);
  });
});
