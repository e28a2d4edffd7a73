import { readFile } from 'node:fs/promises';
import { UpstreamError } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

const codeSchema = z.object({ code: z.string() });

/**
 * A file that config names. Where it cannot be read, an UpstreamError says which one and why; its
 * content is in no message.
 */
export async function readSecretFile(
  file: string,
  /** What it is: "The token of kubernetes/prod-eu". */
  what: string,
): Promise<string> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    const code = codeSchema.safeParse(error).data?.code ?? 'unknown error';
    throw new UpstreamError(`${what} cannot be read from ${file} (${code})`, {
      reason: 'forbidden',
    });
  }
  if (text === '') {
    throw new UpstreamError(`${what} is not in ${file}, which is empty`, {
      reason: 'forbidden',
    });
  }
  return text;
}
