import { InputError, isError } from '@backstage/errors';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { ImportLimits } from '../config/readRunbooksConfig';
import { inWords } from '../rules/inWords';
import { TooLargeError } from '../service/errors';
import { MANIFEST_PATH } from './manifest';

/** A file of an upload: its bytes, or why there are none. */
export interface UnpackedFile {
  readonly path: string;
  readonly bytes?: Buffer;
  readonly problem?: string;
}

export interface UnpackOptions {
  readonly limits: ImportLimits;
  /** Longest that a file may be; longer ones have a problem. */
  readonly maxSizeBytes: (path: string) => number;
}

/**
 * Unpacks a zip whoever made it: what it says about itself is checked before anything is unpacked,
 * and nothing is unpacked beyond what it says.
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
      files.push({ path, bytes: await bytesOf(file, entry) });
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

/** The stream ends with an error as soon as there is more, or less, than the entry says. */
function bytesOf(file: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(damaged(error));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('error', failure => reject(damaged(failure)));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function damaged(error: unknown): InputError {
  return new InputError(
    `The zip cannot be read: ${isError(error) ? error.message : error}`,
  );
}
