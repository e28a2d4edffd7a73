import { aRefusal } from '../__testUtils__/FakeRunbookStore';
import { FakeRuns, runsApi } from '../__testUtils__/FakeRuns';
import { pendingChangeSchema } from './changeQueue';
import { ChangeSender } from './ChangeSender';
import { KeptItems } from './KeptItems';

const TOM = 'user:default/tom';
const LOST = new TypeError('Failed to fetch');
const DONE = { state: 'done', seen: 1 } as const;

function keptOf(storage: Storage = localStorage) {
  return KeptItems.create({
    storage,
    prefix: 'run-1/',
    schema: pendingChangeSchema,
  });
}

function senderOf(runs: FakeRuns, now: () => number = () => 1_000) {
  const heard: number[] = [];
  const sender = ChangeSender.create({
    api: runsApi(runs),
    runId: 'run-1',
    kept: keptOf(),
    onRun: ({ revision }) => heard.push(revision),
    now,
    random: () => 0.5,
  });
  sender.start();
  return { sender, heard };
}

/** Lets everything that waits for an answer have it. */
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('ChangeSender', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });

  afterEach(() => jest.useRealTimers());

  it('sends changes in the order in which they were made', async () => {
    const runs = new FakeRuns();
    const { sender, heard } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(2, DONE);
    expect(sender.getSnapshot().queue).toHaveLength(2);
    await settle();
    expect(sender.getSnapshot().queue).toEqual([]);
    expect(runs.changes.map(({ n }) => n)).toEqual([1, 2]);
    expect(heard).toEqual([2, 3]);
    expect(keptOf().readAll().size).toBe(0);
  });

  it('sends what was lost again by itself, and at once when it is told to', async () => {
    const runs = new FakeRuns();
    runs.faults.push(LOST, LOST);
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(2, DONE);
    await settle();
    expect(sender.getSnapshot()).toMatchObject({
      problem: 'Failed to fetch',
      queue: [{ n: 1 }, { n: 2 }],
    });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sender.getSnapshot().queue).toHaveLength(2);
    sender.retryNow();
    await settle();
    expect(sender.getSnapshot()).toEqual({ queue: [], isKept: true });
  });

  it('says how long ago something was done that could not be sent at once', async () => {
    const runs = new FakeRuns();
    runs.isDown = true;
    let nowMs = 1_000;
    const { sender } = senderOf(runs, () => nowMs);
    sender.make(1, DONE);
    await settle();
    runs.isDown = false;
    nowMs += 600_000;
    sender.retryNow();
    await settle();
    expect(runs.changes).toEqual([
      { n: 1, change: { ...DONE, id: expect.any(String), agoMs: 600_000 } },
    ]);
  });

  it('goes on after a reload with what was not saved', async () => {
    const runs = new FakeRuns();
    runs.faults.push(LOST);
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(2, { note: 'Seen', seen: 1 });
    await settle();
    sender.stop();
    const { sender: next } = senderOf(runs);
    await settle();
    expect(next.getSnapshot().queue).toEqual([]);
    expect(runs.run.steps).toMatchObject([{ state: 'done' }, { note: 'Seen' }]);
  });

  it('is taken once where only the answer was lost', async () => {
    const runs = new FakeRuns();
    runs.faults.push('answer-lost');
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    await settle();
    sender.retryNow();
    await settle();
    expect(sender.getSnapshot().queue).toEqual([]);
    expect(runs.run.revision).toBe(2);
  });

  it('does not do again what somebody has undone meanwhile', async () => {
    const runs = new FakeRuns();
    runs.faults.push('answer-lost');
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    await settle();
    runs.tick(1, { state: 'open', by: TOM });
    sender.retryNow();
    await settle();
    expect(runs.run.steps[0]).toMatchObject({ state: 'open', by: TOM });
    expect(sender.getSnapshot().queue).toEqual([]);
  });

  it('knows of a change that was taken before the run was ended', async () => {
    const runs = new FakeRuns();
    runs.faults.push('answer-lost');
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    await settle();
    runs.tick(1, { state: 'open', by: TOM });
    runs.finish(TOM);
    sender.retryNow();
    await settle();
    expect(sender.getSnapshot().queue).toEqual([]);
  });

  it('replaces no note of another person that came between two changes', async () => {
    const runs = new FakeRuns();
    runs.isDown = true;
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(1, { note: 'Of Mira', seen: 1 });
    await settle();
    runs.tick(1, { note: 'Of Tom', textBy: TOM });
    runs.isDown = false;
    sender.retryNow();
    await settle();
    // Written while the page still showed what was there before.
    sender.make(1, { note: 'Of Mira again', seen: 1 });
    await settle();
    expect(runs.run.steps[0]).toMatchObject({ state: 'done', note: 'Of Tom' });
    expect(sender.getSnapshot().queue).toMatchObject([
      { change: { note: 'Of Mira' }, refusal: { kind: 'overtaken' } },
      { change: { note: 'Of Mira again' }, refusal: { kind: 'overtaken' } },
    ]);
  });

  it('is taken once where two windows send what this device kept', async () => {
    const runs = new FakeRuns();
    runs.isDown = true;
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(1, { state: 'open', seen: 1 });
    await settle();
    const { sender: other } = senderOf(runs);
    await settle();
    runs.isDown = false;
    sender.retryNow();
    await settle();
    const { revision } = runs.tick(1, { state: 'done', by: TOM });
    other.retryNow();
    await settle();
    expect(runs.run).toMatchObject({ revision, steps: [{ by: TOM }, {}] });
    expect(other.getSnapshot().queue).toEqual([]);
    expect(keptOf().readAll().size).toBe(0);
  });

  it('replaces no tick of another person that came between two changes', async () => {
    const runs = new FakeRuns();
    runs.isDown = true;
    const { sender } = senderOf(runs);
    sender.make(1, { note: 'Of Mira', seen: 1 });
    sender.make(1, { state: 'skipped', note: 'No need', seen: 1 });
    await settle();
    runs.tick(1, { state: 'failed', by: TOM });
    runs.isDown = false;
    sender.retryNow();
    await settle();
    expect(runs.run.steps[0]).toMatchObject({
      state: 'failed',
      by: TOM,
      note: 'Of Mira',
    });
    expect(sender.getSnapshot().queue).toMatchObject([
      { change: { state: 'skipped' }, refusal: { kind: 'overtaken' } },
    ]);
  });

  it('knows what the person did before', async () => {
    const runs = new FakeRuns();
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(1, { state: 'open', seen: 1 });
    await settle();
    // Begun before the answers were there.
    sender.make(1, { state: 'failed', seen: 1 });
    await settle();
    expect(runs.run.steps[0].state).toBe('failed');
  });

  it('does what a person wants who has seen what another did', async () => {
    const runs = new FakeRuns();
    runs.tick(1, { state: 'skipped', by: TOM });
    const { sender, heard } = senderOf(runs);
    sender.make(1, DONE);
    await settle();
    const [{ id, refusal }] = sender.getSnapshot().queue;
    expect([refusal?.kind, heard]).toEqual(['overtaken', [2]]);
    sender.insist(id, 2);
    await settle();
    expect(runs.run.steps[0].state).toBe('done');
    expect(sender.getSnapshot().queue).toEqual([]);
  });

  it('lets a refused change wait for a person, and sends the others', async () => {
    const runs = new FakeRuns();
    runs.faults.push(await aRefusal(403, 'no'));
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    sender.make(2, DONE);
    await settle();
    const { queue } = sender.getSnapshot();
    expect(queue).toMatchObject([
      { n: 1, refusal: { kind: 'forbidden', message: 'no' } },
    ]);
    expect([...keptOf().readAll().values()]).toMatchObject(queue);
    sender.drop(queue[0].id);
    expect(keptOf().readAll().size).toBe(0);
  });

  it('says that the run is over', async () => {
    const runs = new FakeRuns();
    runs.finish(TOM);
    const { sender, heard } = senderOf(runs);
    sender.make(1, DONE);
    await settle();
    expect(sender.getSnapshot().queue).toMatchObject([
      { refusal: { kind: 'over' } },
    ]);
    expect(heard).toEqual([2]);
  });

  it('takes a server that says nothing for one that is not there', async () => {
    const runs = new FakeRuns();
    runs.faults.push('never-answered');
    const { sender } = senderOf(runs);
    sender.make(1, DONE);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sender.getSnapshot().problem).toBeDefined();
    sender.retryNow();
    await settle();
    expect(runs.run.steps[0].state).toBe('done');
  });

  it('says that not everything is kept until nothing is left that is not', async () => {
    const runs = new FakeRuns();
    runs.isDown = true;
    const { sender } = senderOf(runs);
    const keep = jest.spyOn(Storage.prototype, 'setItem');
    keep.mockImplementationOnce(() => {
      throw new Error('QuotaExceededError');
    });
    keep.mockImplementationOnce(() => {
      throw new Error('QuotaExceededError');
    });
    sender.make(1, { evidence: 'x'.repeat(65_536), seen: 1 });
    expect(sender.getSnapshot().isKept).toBe(false);
    // There is room for this one, and no more.
    sender.make(2, DONE);
    expect(sender.getSnapshot().isKept).toBe(false);
    await settle();
    runs.isDown = false;
    sender.retryNow();
    await settle();
    expect(sender.getSnapshot()).toEqual({ queue: [], isKept: true });
    keep.mockRestore();
  });

  it('keeps what it could not keep as soon as there is room', async () => {
    const runs = new FakeRuns();
    runs.isDown = true;
    const { sender } = senderOf(runs);
    const keep = jest.spyOn(Storage.prototype, 'setItem');
    keep.mockImplementationOnce(() => {
      throw new Error('QuotaExceededError');
    });
    sender.make(1, DONE);
    sender.make(2, DONE);
    expect(sender.getSnapshot().isKept).toBe(true);
    expect(keptOf().readAll().size).toBe(2);
    keep.mockRestore();
  });

  it('keeps no secret on this device', async () => {
    const runs = new FakeRuns();
    runs.faults.push(LOST);
    const { sender } = senderOf(runs);
    sender.make(1, { evidence: 'password=hunter2', seen: 1 });
    await settle();
    expect(JSON.stringify({ ...localStorage })).not.toContain('hunter2');
  });
});
