import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import {
  DEFAULT_DECAY_MS,
  DEFAULT_FLAPPING_THRESHOLD,
  DEFAULT_KUBERNETES_THRESHOLDS,
  DEFAULT_PIPELINE_THRESHOLDS,
} from '@callboard/plugin-callboard-common';
import { readDecay } from './readDecay';
import { readFlappingThreshold } from './readFlappingThreshold';
import { readKubernetesThresholds } from './readKubernetesThresholds';
import { readPipelineThresholds } from './readPipelineThresholds';

const rules = (value: JsonValue) =>
  new ConfigReader({ callboard: { rules: value } });

describe('the numbers of the rules', () => {
  it('are the defaults where config says nothing', () => {
    const empty = new ConfigReader({});
    expect(readPipelineThresholds(empty)).toEqual(DEFAULT_PIPELINE_THRESHOLDS);
    expect(readKubernetesThresholds(empty)).toEqual(
      DEFAULT_KUBERNETES_THRESHOLDS,
    );
    expect(readFlappingThreshold(empty)).toEqual(DEFAULT_FLAPPING_THRESHOLD);
    expect(readDecay(empty)).toEqual(DEFAULT_DECAY_MS);
  });

  it('are changed one by one', () => {
    const config = rules({
      pipelines: {
        abandonedAfter: '7 days',
        queueStuckAfter: { minutes: 5 },
        inputAfter: 'PT1H',
        overdueFactor: 2.5,
        abortedCount: 5,
      },
      kubernetes: {
        notReadyAfter: '5m',
        restartsCount: 5,
        daemonFailingShare: 0.25,
      },
      flapping: { changes: 6, quiet: '1h' },
      decay: { pipelines: { hours: 12 } },
    });
    expect(readPipelineThresholds(config)).toEqual({
      ...DEFAULT_PIPELINE_THRESHOLDS,
      abandonedAfterMs: 7 * 86_400_000,
      queueStuckAfterMs: 300_000,
      inputAfterMs: 3_600_000,
      overdueFactor: 2.5,
      abortedCount: 5,
    });
    expect(readKubernetesThresholds(config)).toEqual({
      ...DEFAULT_KUBERNETES_THRESHOLDS,
      notReadyAfterMs: 300_000,
      restartsCount: 5,
      daemonFailingShare: 0.25,
    });
    expect(readFlappingThreshold(config)).toEqual({
      ...DEFAULT_FLAPPING_THRESHOLD,
      changes: 6,
      quietMs: 3_600_000,
    });
    expect(readDecay(config)).toEqual({
      ...DEFAULT_DECAY_MS,
      pipelines: 12 * 3_600_000,
    });
  });

  it.each<[JsonValue, string]>([
    [{ pipelines: { abandonedAfter: 'soon' } }, 'pipelines.abandonedAfter'],
    [{ pipelines: { abandonedAfter: 14 } }, 'pipelines.abandonedAfter'],
    [{ pipelines: { overdueMin: { minutes: -1 } } }, 'pipelines.overdueMin'],
    [{ pipelines: { overdueMin: { fortnights: 1 } } }, 'pipelines.overdueMin'],
    [{ pipelines: { abortedCount: 0 } }, 'pipelines.abortedCount'],
    [{ pipelines: { abortedCount: 2.5 } }, 'pipelines.abortedCount'],
    [{ pipelines: { abortedCount: 'many' } }, 'pipelines.abortedCount'],
    [{ pipelines: { cadenceFactor: 0 } }, 'pipelines.cadenceFactor'],
    [{ pipelines: { abandonnedAfter: '1d' } }, 'pipelines.abandonnedAfter'],
    [{ pipelines: 'strict' }, 'pipelines'],
  ])('are refused with their path: %j', (value, path) => {
    const read = () => readPipelineThresholds(rules(value));
    expect(read).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`'callboard.rules.${path}'`),
      }),
    );
  });

  it('are refused for aspects that do not exist', () => {
    expect(() => readDecay(rules({ decay: { pipeline: '1d' } }))).toThrow(
      /'callboard.rules.decay.pipeline' is no rule that we know/,
    );
  });
});
