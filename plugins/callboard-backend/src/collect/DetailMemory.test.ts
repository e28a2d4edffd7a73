import { DetailMemory } from './DetailMemory';

describe('DetailMemory', () => {
  it('knows what is stored', () => {
    const memory = new DetailMemory('{"nodes":1}');
    expect(memory.compare({ nodes: 1 }, 0).json).toBeUndefined();
    expect(memory.compare({ nodes: 2 }, 0).json).toBe('{"nodes":2}');
  });

  it('believes only what was stored', () => {
    const memory = new DetailMemory(undefined);
    memory.compare({ nodes: 1 }, 0);
    const { json, stored } = memory.compare({ nodes: 1 }, 1);
    expect(json).toBe('{"nodes":1}');
    stored();
    expect(memory.compare({ nodes: 1 }, 10_000).json).toBeUndefined();
  });

  it('lets pass what changes too often, and gets it later', () => {
    const memory = new DetailMemory(undefined);
    memory.compare({ nodes: 1 }, 0).stored();
    const detail = { nodes: 2 };
    memory.compare(detail, 4_999).stored();
    expect(memory.compare(detail, 5_000).json).toBe('{"nodes":2}');
  });

  it('does not look into what is the same object', () => {
    const memory = new DetailMemory(undefined);
    const toJSON = jest.fn(() => ({ nodes: 1 }));
    const detail = Object.assign({}, { toJSON: toJSON as never });
    memory.compare(detail, 0).stored();
    memory.compare(detail, 10_000).stored();
    expect(toJSON).toHaveBeenCalledTimes(1);
  });

  it('forgets facts that are told no more', () => {
    const memory = new DetailMemory('{"nodes":1}');
    const { json, stored } = memory.compare(undefined, 0);
    expect(json).toBeNull();
    stored();
    expect(memory.compare(undefined, 10_000).json).toBeUndefined();
  });
});
