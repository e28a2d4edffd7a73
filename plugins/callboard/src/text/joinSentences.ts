/** Joins sentences that may or may not end with a stop; what is absent is left out. */
export function joinSentences(
  ...sentences: readonly (string | undefined)[]
): string {
  const said = sentences
    .map(sentence => sentence?.trim())
    .filter((sentence): sentence is string => Boolean(sentence));
  return said
    .map((sentence, i) =>
      i === said.length - 1 || /[.!?:…]$/.test(sentence)
        ? sentence
        : `${sentence}.`,
    )
    .join(' ');
}
