import { mockServices } from '@backstage/backend-test-utils';
import type {
  SignalPayload,
  SignalsService,
} from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { RevisionSignal } from './RevisionSignal';

class FakeSignals implements SignalsService {
  readonly published: SignalPayload[] = [];
  failing = false;

  async publish<T extends JsonObject>(signal: SignalPayload<T>): Promise<void> {
    if (this.failing) {
      throw new Error('No bus');
    }
    this.published.push(signal);
  }
}

describe('RevisionSignal', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function setup() {
    const signals = new FakeSignals();
    const logger = mockServices.logger.mock();
    let revision = 0;
    const signal = RevisionSignal.create({
      signals,
      logger,
      readRevision: async () => revision,
    });
    const change = () => {
      revision += 1;
      signal.changed();
    };
    return { signals, logger, signal, change };
  }

  it('tells the first change at once, and nothing but the revision', async () => {
    const { signals, change } = setup();
    change();
    await jest.advanceTimersByTimeAsync(0);
    expect(signals.published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'callboard',
        message: { revision: 1 },
      },
    ]);
  });

  it('tells many changes once a second, the last one included', async () => {
    const { signals, change } = setup();
    for (let i = 0; i < 25; i++) {
      change();
      await jest.advanceTimersByTimeAsync(100);
    }
    await jest.advanceTimersByTimeAsync(10_000);
    const revisions = signals.published.map(({ message }) => message.revision);
    expect(revisions).toEqual([1, 10, 20, 25]);
  });

  it('tells no revision twice', async () => {
    const { signals, signal, change } = setup();
    change();
    signal.changed();
    await jest.advanceTimersByTimeAsync(5000);
    expect(signals.published).toHaveLength(1);
  });

  it('goes on after a failure', async () => {
    const { signals, logger, change } = setup();
    signals.failing = true;
    change();
    await jest.advanceTimersByTimeAsync(2000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    signals.failing = false;
    change();
    await jest.advanceTimersByTimeAsync(0);
    expect(signals.published).toHaveLength(1);
  });

  it('is silent once it was stopped', async () => {
    const { signals, signal, change } = setup();
    change();
    change();
    await jest.advanceTimersByTimeAsync(0);
    signal.stop();
    change();
    await jest.advanceTimersByTimeAsync(5000);
    expect(signals.published).toHaveLength(1);
  });
});
