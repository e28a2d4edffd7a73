import { InputError, isError } from '@backstage/errors';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { ImportLimits } from '../config/readRunbooksConfig';
import { inWords } from '../rules/inWords';
import { TooLargeError } from '../service/errors';
import { MANIFEST_PATH } from './manifest';

/** A file of an upload: what reads it, or why nothing does. */
export interface UnpackedFile {
  readonly path: string;
  /** Its bytes, which nobody keeps: one file is in memory at a time. */
  readonly read?: () => Promise<Buffer>;
  readonly problem?: string;
}

export interface UnpackOptions {
  readonly limits: ImportLimits;
  /** Longest that a file may be; longer ones have a problem. */
  readonly maxSizeBytes: (path: string) => number;
}

/**
 * Unpacks a zip whoever made it: what it says about itself is checked before anything is unpacked,
 * nothing is unpacked beyond what it says, and all of it is gone through once before any file is
 * given.
 */
export async function unpack(
  zip: Buffer,
  options: UnpackOptions,
): Promise<UnpackedFile[]> {
  const { limits, maxSizeBytes } = options;
  const file = await open(zip);
  const entries = await entriesOf(file, limits.maxFilesCount);
  const size = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (size > limits.maxUnpackedBytes) {
    throw new TooLargeError(
      `The zip unpacks to ${inWords(
        size,
      )}; an upload may have at most ${inWords(limits.maxUnpackedBytes)}`,
    );
  }
  const files: UnpackedFile[] = [];
  for (const entry of entries) {
    const path = entry.fileName;
    const max = maxSizeBytes(path);
    if (entry.isEncrypted()) {
      files.push({ path, problem: 'It is encrypted' });
    } else if (entry.uncompressedSize > max) {
      const has = inWords(entry.uncompressedSize);
      files.push({
        path,
        problem: `It has ${has}; a runbook may have at most ${inWords(max)}`,
      });
    } else {
      await readEntry({ file, entry, onChunk: () => {} });
      files.push({ path, read: () => bytesOf(file, entry) });
    }
  }
  return files;
}

/** The files of a zip that somebody may have meant: no directories, nothing hidden. */
function isMeant(path: string): boolean {
  return (
    !path.endsWith('/') &&
    !path.split('/').some(part => part.startsWith('.') || part === '__MACOSX')
  );
}

function open(zip: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) =>
      error ? reject(damaged(error)) : resolve(file),
    );
  });
}

function entriesOf(file: ZipFile, maxCount: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let hasManifest = false;
    file.on('error', error => reject(damaged(error)));
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: Entry) => {
      if (isMeant(entry.fileName)) {
        entries.push(entry);
        hasManifest ||= entry.fileName === MANIFEST_PATH;
      }
      if (entries.length - Number(hasManifest) > maxCount) {
        reject(
          new TooLargeError(
            `The zip has more than ${maxCount} files, which is the most that an upload may have`,
          ),
        );
        return;
      }
      file.readEntry();
    });
    file.readEntry();
  });
}

async function bytesOf(file: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await readEntry({ file, entry, onChunk: chunk => chunks.push(chunk) });
  return Buffer.concat(chunks);
}

/** Fails as soon as there is more, or less, than the entry says. */
function readEntry(options: {
  readonly file: ZipFile;
  readonly entry: Entry;
  readonly onChunk: (chunk: Buffer) => void;
}): Promise<void> {
  const { file, entry, onChunk } = options;
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(damaged(error));
        return;
      }
      stream.on('error', failure => reject(damaged(failure)));
      stream.on('data', onChunk);
      stream.on('end', () => resolve());
    });
  });
}

function damaged(error: unknown): InputError {
  return new InputError(
    `The zip cannot be read: ${isError(error) ? error.message : error}`,
  );
}
