import { readFile } from 'node:fs/promises';
import {
  UpstreamError,
  type UpstreamReason,
} from '@callboard/plugin-callboard-node';
import { z } from 'zod';

const codeSchema = z.object({ code: z.string() });

/**
 * A file that config names. Where it cannot be read, an UpstreamError says which one and why; its
 * content is in no message.
 */
export async function readSecretFile(
  file: string,
  options: {
    /** "The token of kubernetes/prod-eu" */
    readonly what: string;
    /** What it means not to have it; `forbidden` where it lets us in. */
    readonly reason: UpstreamReason;
  },
): Promise<string> {
  const { what, reason } = options;
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    const code = codeSchema.safeParse(error).data?.code ?? 'unknown error';
    throw new UpstreamError(`${what} cannot be read from ${file} (${code})`, {
      reason,
    });
  }
  if (text === '') {
    throw new UpstreamError(`${what} is not in ${file}, which is empty`, {
      reason,
    });
  }
  return text;
}
