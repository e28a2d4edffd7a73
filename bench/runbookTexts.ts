const WORDS =
  'pod node queue order ledger restart memory limit rollout version ready volume claim quota index agent token header retry drain'.split(
    ' ',
  );

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state;
  };
}

/** A runbook of exactly so many bytes, with a link that leads nowhere; another `seed` gives another text. */
export function runbookText(options: {
  readonly bytes: number;
  readonly seed: number;
}): string {
  const { bytes, seed } = options;
  const next = numbers(seed);
  const sentence = () =>
    `${Array.from(
      { length: 12 },
      () => WORDS[next() % WORDS.length] + (next() % 1_000),
    ).join(' ')}.\n`;
  const lines = [`## Diagnosis\n\nSee [this](Nowhere-${seed}.md).\n\n`];
  let length = lines[0].length;
  while (length < bytes) {
    const step = `### Look at ${
      WORDS[next() % WORDS.length]
    }\n\n${sentence()}${sentence()}\n\`\`\`sh\nkubectl --context {{context}} -n {{namespace}} describe pod {{pod}}\n\`\`\`\n\n`;
    lines.push(step);
    length += step.length;
  }
  return lines.join('').slice(0, bytes);
}
