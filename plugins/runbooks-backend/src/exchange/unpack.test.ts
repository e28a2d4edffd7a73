import { strToU8, zipSync } from 'fflate';
import { unpack } from './unpack';

const LIMITS = {
  maxBytes: 1_000_000,
  maxUnpackedBytes: 1_000_000,
  maxFilesCount: 10,
};

const unpacked = (files: Parameters<typeof zipSync>[0]) =>
  unpack(Buffer.from(zipSync(files)), {
    limits: LIMITS,
    maxSizeBytes: path => (path === 'short.md' ? 3 : 1_000),
  });

describe('unpack', () => {
  it('reads a file when it has its turn, and keeps nothing of it', async () => {
    const [file, empty] = await unpacked({
      'a.md': strToU8('Text 🚀'),
      'empty.md': new Uint8Array(),
    });
    const [one, other] = [await file.read?.(), await file.read?.()];
    expect(one?.toString()).toBe('Text 🚀');
    expect(other).toEqual(one);
    expect(other).not.toBe(one);
    await expect(empty.read?.()).resolves.toHaveLength(0);
  });

  it('reads nothing that is too long', async () => {
    await expect(unpacked({ 'short.md': strToU8('Text') })).resolves.toEqual([
      {
        path: 'short.md',
        problem: 'It has 4 bytes; a runbook may have at most 3 bytes',
      },
    ]);
  });
});
