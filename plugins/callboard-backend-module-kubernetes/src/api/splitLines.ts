const NEWLINE = 0x0a;

/** A line is longer than allowed. */
export class LineTooLongError extends Error {
  name = 'LineTooLongError' as const;
}

/**
 * The lines of a stream as texts. Chunks may end anywhere, within a character too; a line counts
 * where its end was seen, so that what a broken connection left is not taken for one.
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  options: { readonly maxBytes: number },
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const add = (part: Buffer) => {
    bytes += part.length;
    if (bytes > options.maxBytes) {
      throw new LineTooLongError();
    }
    parts.push(part);
  };
  for await (const chunk of chunks) {
    let begin = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, begin)
    ) {
      add(chunk.subarray(begin, end));
      const line = parts.length === 1 ? parts[0] : Buffer.concat(parts, bytes);
      parts = [];
      bytes = 0;
      begin = end + 1;
      yield line.toString('utf8');
    }
    if (begin < chunk.length) {
      add(chunk.subarray(begin));
    }
  }
}
