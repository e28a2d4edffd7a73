import { anEdited } from '../__testUtils__/editorBuilders';
import {
  aRefusal,
  aRunbook,
  FakeRunbookStore,
} from '../__testUtils__/FakeRunbookStore';
import { toWrite, type EditedRunbook } from './editedRunbook';
import { SaveLoop, type SaveState } from './SaveLoop';

const writeOf = (change: Partial<EditedRunbook> = {}) =>
  toWrite(anEdited({ content: 'mine\n', ...change }), { state: 'draft' });

/** A loop whose pauses pass at once when told to. */
function createLoop(store: FakeRunbookStore) {
  const states: SaveState[] = [];
  const loop = SaveLoop.create({
    api: store,
    onState: state => states.push(state),
    random: () => 1,
  });
  const types = () => states.map(({ type }) => type);
  const until = async (type: SaveState['type']) => {
    for (let i = 0; i < 50 && states.at(-1)?.type !== type; i++) {
      await Promise.resolve();
    }
    return states.at(-1);
  };
  return { loop, types, until };
}

describe('SaveLoop', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves', async () => {
    const store = new FakeRunbookStore(aRunbook());
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    expect(await until('saved')).toMatchObject({ runbook: { version: 8 } });
  });

  it('tries again by itself, with longer and longer pauses, until it is saved', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.faults.push('lost', 'lost', await aRefusal(503, 'Not yet'));
    const { loop, until, types } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      await until('waiting');
      jest.advanceTimersByTime(pauseMs - 1);
      expect(types().at(-1)).toBe('waiting');
      jest.advanceTimersByTime(1);
    }
    await until('saved');
    expect(store.versions.get('rb-1')).toHaveLength(2);
  });

  it('goes on at once when it is told that the network is back', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.faults.push('lost');
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    await until('waiting');
    loop.retryNow();
    expect(await until('saved')).toMatchObject({ runbook: { version: 8 } });
  });

  it('does not save twice what was saved when its answer got lost', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.faults.push('answer-lost');
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    await until('waiting');
    loop.retryNow();
    expect(await until('saved')).toMatchObject({ runbook: { version: 8 } });
    expect(store.versions.get('rb-1')).toHaveLength(2);
  });

  it('saves a later text after one whose answer got lost', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.faults.push('answer-lost');
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    await until('waiting');
    loop.save({
      id: 'rb-1',
      version: 7,
      write: writeOf({ content: 'later\n' }),
    });
    await until('saved');
    expect(
      store.versions.get('rb-1')?.map(({ content }) => content.trim()),
    ).toEqual(['## Meaning\n\nThe heap is full.', 'mine', 'later']);
  });

  it('does not create twice what was created when its answer got lost', async () => {
    const store = new FakeRunbookStore();
    store.faults.push('answer-lost');
    const { loop, until } = createLoop(store);
    loop.save({ version: 0, write: writeOf() });
    await until('waiting');
    loop.retryNow();
    expect(await until('saved')).toMatchObject({ runbook: { id: 'rb-1' } });
    expect(store.versions.size).toBe(1);
    expect(store.versions.get('rb-1')).toHaveLength(1);
  });

  it('saves a later text into what was created when its answer got lost', async () => {
    const store = new FakeRunbookStore();
    store.faults.push('answer-lost');
    const { loop, until } = createLoop(store);
    loop.save({ version: 0, write: writeOf() });
    await until('waiting');
    loop.save({ version: 0, write: writeOf({ content: 'later\n' }) });
    await until('saved');
    expect(store.versions.size).toBe(1);
    expect(store.current().content).toBe('later\n');
  });

  it('stops at what somebody else saved', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.saveAs('priya.nair', { content: 'theirs\n' });
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    expect(await until('conflict')).toMatchObject({
      current: { content: 'theirs\n', version: 8 },
    });
  });

  it('is done where somebody else saved the very same', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.saveAs('priya.nair', { content: 'mine\n' });
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    expect(await until('saved')).toMatchObject({ runbook: { version: 8 } });
  });

  it.each([
    [403, 'forbidden'],
    [413, 'too-large'],
    [404, 'gone'],
    [400, 'refused'],
  ])('does not try %d again', async (statusCode, kind) => {
    const store = new FakeRunbookStore(aRunbook());
    store.faults.push(await aRefusal(statusCode, 'At most 1 MiB'));
    const { loop, until } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    expect(await until('refused')).toMatchObject({
      failure: { kind, message: 'At most 1 MiB' },
    });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const store = new FakeRunbookStore(aRunbook());
    store.faults.push('lost');
    const { loop, until, types } = createLoop(store);
    loop.save({ id: 'rb-1', version: 7, write: writeOf() });
    await until('waiting');
    loop.stop();
    jest.advanceTimersByTime(60_000);
    expect(types().at(-1)).toBe('waiting');
    expect(store.writes).toHaveLength(1);
  });
});
