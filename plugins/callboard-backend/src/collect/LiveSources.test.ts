import { mockServices } from '@backstage/backend-test-utils';
import {
  FakeProvider,
  FakeStatusSource,
} from '../__testUtils__/FakeStatusSource';
import { LiveSources } from './LiveSources';

describe('LiveSources', () => {
  const logger = mockServices.logger.mock();
  const a = new FakeStatusSource({ name: 'a' });
  const b = new FakeStatusSource({ name: 'b' });
  let provider: FakeProvider;
  let live: LiveSources;

  beforeEach(() => {
    jest.clearAllMocks();
    provider = new FakeProvider(a);
    live = LiveSources.create({ providers: [provider], logger });
  });

  const ids = () => live.all.map(({ id }) => id);

  it('sees what comes and goes, when it looks', () => {
    const { key } = live;
    provider.sources = [a, b];
    expect(ids()).toEqual(['fake/a']);
    live.look();
    expect(ids()).toEqual(['fake/a', 'fake/b']);
    expect(live.get('fake/b')).toBe(b);
    expect(live.key).not.toBe(key);
    provider.sources = [a];
    live.look();
    expect(ids()).toEqual(['fake/a']);
    expect(live.get('fake/b')).toBeUndefined();
    expect(live.key).toBe(key);
  });

  it('changes its key when a provider has found out what there is', () => {
    provider.searching = true;
    live.look();
    const { key, searching } = live;
    expect(searching).toEqual(['fake']);
    provider.searching = false;
    live.look();
    expect(live.key).not.toBe(key);
  });

  it.each([
    ['nameless', new FakeStatusSource({ name: '' })],
    ['there already', new FakeStatusSource({ name: 'a' })],
    ['never asked', new FakeStatusSource({ name: 'c', intervalMs: 0 })],
  ])('leaves out a source that is %s, and blames it once', (_, wrong) => {
    provider.sources = [a, wrong, b];
    live.look();
    live.look();
    expect(ids()).toEqual(['fake/a', 'fake/b']);
    expect(live.get('fake/a')).toBe(a);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('keeps what it knows of a provider that fails', () => {
    Object.defineProperty(provider, 'sources', {
      get: () => {
        throw new Error('no catalog');
      },
    });
    live.look();
    live.look();
    expect(ids()).toEqual(['fake/a']);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });
});
