import { mockServices } from '@backstage/backend-test-utils';
import type {
  StatusSource,
  StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import {
  FakeProvider,
  FakeStatusSource,
} from '../__testUtils__/FakeStatusSource';
import { SourceProviderRegistry } from './SourceProviderRegistry';

function source(more: Partial<StatusSource>): StatusSource {
  return Object.assign(new FakeStatusSource(), more);
}

function provider(
  type: string,
  sources: readonly StatusSource[],
): StatusSourceProvider {
  return { type, sources, resolve: () => ({ subjects: [], problems: [] }) };
}

describe('SourceProviderRegistry', () => {
  const logger = mockServices.logger.mock();
  const context = { reportModuleStartupFailure: jest.fn() };
  let registry: SourceProviderRegistry;

  beforeEach(() => {
    jest.clearAllMocks();
    registry = new SourceProviderRegistry();
  });

  it('gives what the modules gave', () => {
    const fake = new FakeProvider(
      new FakeStatusSource({ name: 'a' }),
      new FakeStatusSource({ name: 'folder/b' }),
    );
    registry.forModule(context).addProvider(fake);
    expect(registry.load(logger)).toEqual([fake]);
  });

  it('refuses a second provider of a type', () => {
    registry.forModule(context).addProvider(new FakeProvider());
    expect(() =>
      registry.forModule(context).addProvider(new FakeProvider()),
    ).toThrow(expect.objectContaining({ name: 'ConflictError' }));
  });

  it('keeps names for itself', () => {
    expect(() =>
      registry.forModule(context).addProvider(provider('catalog', [])),
    ).toThrow(expect.objectContaining({ name: 'InputError' }));
  });

  it.each([
    ['another type', [source({ type: 'other' })]],
    ['no name', [source({ name: '' })]],
    ['the same name twice', [source({}), source({})]],
    ['no interval', [source({ intervalMs: 0 })]],
    ['no deadline', [source({ deadlineMs: NaN })]],
    ['a name without end', [source({ name: 'x'.repeat(300) })]],
  ])('blames a module whose sources have %s, and only that', (_, sources) => {
    const blamed = { reportModuleStartupFailure: jest.fn() };
    const good = provider('good', [source({ type: 'good' })]);
    registry.forModule(blamed).addProvider(provider('fake', sources));
    registry.forModule(context).addProvider(good);
    expect(registry.load(logger)).toEqual([good]);
    expect(blamed.reportModuleStartupFailure).toHaveBeenCalledWith({
      error: expect.any(Error),
    });
    expect(context.reportModuleStartupFailure).not.toHaveBeenCalled();
  });
});
