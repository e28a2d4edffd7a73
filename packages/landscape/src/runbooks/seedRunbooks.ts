import { isError } from '@backstage/errors';
import { earlierVersions } from './earlierVersions';
import type { LandscapeRun, LandscapeRunbook } from './LandscapeRunbook';
import { readLibrary } from './library';
import { RunbookDesk, type WrittenRunbook } from './RunbookDesk';

const REVIEW_AFTER_MS = 180 * 24 * 60 * 60_000;

/** What the people of the company say while they go through a runbook. */
const NOTES = [
  'As it says',
  'Seen it, went on',
  'Took a bit longer than it says',
  'Two pods, both on the new version',
];

export interface SeedOptions {
  /** `http://127.0.0.1:7007` */
  readonly backendUrl: string;
  readonly now: number;
  /** Token of one of the people: `ines.costa`. */
  readonly tokenOf: (person: string) => string;
  /** Called before it tries again, while the catalog has not read an entity; rejects to give up. */
  readonly wait: () => Promise<void>;
}

/**
 * Writes the company's runbooks into a portal that has none, through its HTTP API, and goes through
 * them as people did. Tells how many it wrote.
 */
export async function seedRunbooks(options: SeedOptions): Promise<number> {
  const { backendUrl, now, tokenOf, wait } = options;
  const deskOf = (person: string): RunbookDesk =>
    RunbookDesk.create({ backendUrl, token: tokenOf(person) });
  const library = readLibrary();
  if ((await deskOf(library[0].author).count()) > 0) {
    return 0;
  }
  for (const runbook of library) {
    const desk = deskOf(runbook.author);
    const { id } = await write(runbook, { desk, now, wait });
    for (const run of runbook.runs) {
      await goThrough({ id, run, desk: deskOf(run.by) });
    }
  }
  return library.length;
}

async function write(
  runbook: LandscapeRunbook,
  options: Pick<SeedOptions, 'now' | 'wait'> & { readonly desk: RunbookDesk },
): Promise<WrittenRunbook> {
  const { desk, now, wait } = options;
  const { file, title, entityRef, state, codes, markdown } = runbook;
  const alertname = /^[A-Z]/.test(file) ? [file.replace(/\.md$/, '')] : [];
  const fields = {
    entityRef,
    title,
    ...(codes.length && {
      matches: [
        ...alertname.map(name => ({ alertname: name })),
        ...codes.map(code => ({ code })),
      ],
    }),
    ...(!/^reviewBy:/m.test(markdown) && {
      reviewBy: new Date(now + REVIEW_AFTER_MS).toISOString().slice(0, 10),
    }),
  };
  const texts = [
    ...(runbook.hasHistory ? earlierVersions(markdown) : []),
    {
      markdown,
      note: runbook.hasHistory
        ? 'How to go back, whom to call'
        : 'First version',
    },
  ];
  let written: WrittenRunbook | undefined;
  for (const { markdown: content, note } of texts) {
    const body = { ...fields, content, note, state };
    written = written
      ? await desk.save(written, body)
      : await untilThere(() => desk.create(body), wait);
  }
  if (!written) {
    throw new Error(`${file} has no text`);
  }
  return written;
}

/** Tries again for as long as the catalog does not know what it is about. */
async function untilThere<T>(
  create: () => Promise<T>,
  wait: () => Promise<void>,
): Promise<T> {
  for (;;) {
    try {
      return await create();
    } catch (error) {
      if (!isError(error) || error.name !== 'NotFoundError') throw error;
      await wait();
    }
  }
}

async function goThrough(options: {
  readonly id: string;
  readonly run: LandscapeRun;
  readonly desk: RunbookDesk;
}): Promise<void> {
  const { id, run, desk } = options;
  const { outcome } = run;
  const started = await desk.startRun(id, { dryRun: outcome === undefined });
  for (const { n } of started.steps) {
    const isWrong = outcome === 'no-help' && n === started.steps.length;
    await desk.changeStep(started.id, n, {
      state: isWrong ? 'failed' : 'done',
      note: NOTES[n % NOTES.length],
    });
  }
  await desk.finishRun(started.id, outcome ? { outcome } : {});
}
