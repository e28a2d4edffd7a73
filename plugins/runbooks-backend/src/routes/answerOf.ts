import { etagOf, type TaggedAnswer } from '@callboard/plugin-callboard-node';

/**
 * A body as an answer. Its tag is made of the parts that it depends on, or of the body itself where
 * none are given.
 */
export function answerOf(
  body: unknown,
  parts?: readonly unknown[],
): TaggedAnswer {
  const json = JSON.stringify(body);
  return { etag: etagOf(parts ?? [json]), json: async () => json };
}
