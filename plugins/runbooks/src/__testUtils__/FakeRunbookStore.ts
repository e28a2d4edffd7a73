import {
  ConsumedResponse,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import {
  RunbookConflictError,
  type Coverage,
  type Runbook,
  type RunbookPage,
  type RunbooksApi,
  type RunbookVersion,
  type RunbookWrite,
  type RunPage,
  type VersionPage,
} from '@callboard/plugin-runbooks-common';
import { anEdited } from './editorBuilders';

const AT = '2026-11-24T14:38:00.000Z';
const ME = 'user:default/mira.okafor';

/** What the server answers when it says no. */
export async function aRefusal(
  statusCode: number,
  message: string,
  name = 'Error',
): Promise<Error> {
  const response = new Response(
    JSON.stringify({
      error: { name, message },
      response: { statusCode },
    }),
    { status: statusCode, headers: { 'content-type': 'application/json' } },
  );
  return ResponseError.fromResponse(
    response as ConsumedResponse & { text(): Promise<string> },
  );
}

/** A runbook with its text. */
export function aRunbook(change: Partial<Runbook> = {}): Runbook {
  const { owner, reviewBy, tags, matches, reviewers, ...edited } = anEdited();
  return {
    id: 'rb-1',
    ...edited,
    owner,
    reviewBy,
    tags: [...tags],
    matches: [...matches],
    reviewers: [...reviewers],
    state: 'draft',
    version: 7,
    contentHash: 'a'.repeat(64),
    createdAt: AT,
    createdBy: ME,
    updatedAt: AT,
    updatedBy: 'user:default/priya.nair',
    helpedCount: 0,
    runsCount: 0,
    problems: [],
    ...change,
  };
}

type StoreApi = Pick<
  RunbooksApi,
  | 'getRunbooks'
  | 'getRunbook'
  | 'createRunbook'
  | 'saveRunbook'
  | 'getVersions'
  | 'getVersion'
  | 'restoreVersion'
  | 'getRuns'
  | 'getCoverage'
>;

/** How the network treats the next write. */
export type Fault =
  /** It never arrives. */
  | 'lost'
  /** It is saved, and nobody hears of it. */
  | 'answer-lost'
  | Error;

/** A backend with versions, in which other people save and the network fails. */
export class FakeRunbookStore implements StoreApi {
  readonly versions = new Map<string, Runbook[]>();
  readonly notes = new Map<string, string>();
  /** Taken by the next writes, one each. */
  readonly faults: Fault[] = [];
  readonly writes: RunbookWrite[] = [];
  coverage: Coverage | Error = { findingsFrom: 'none', items: [] };

  constructor(...runbooks: readonly Runbook[]) {
    for (const runbook of runbooks) {
      this.versions.set(runbook.id, [
        ...(this.versions.get(runbook.id) ?? []),
        runbook,
      ]);
    }
  }

  /** Somebody else saves a version. */
  saveAs(person: string, change: Partial<Runbook>): Runbook {
    const id = change.id ?? 'rb-1';
    const current = this.current(id);
    return this.#append({
      ...current,
      ...change,
      version: current.version + 1,
      updatedBy: `user:default/${person}`,
    });
  }

  current(id: string = 'rb-1'): Runbook {
    const current = this.versions.get(id)?.at(-1);
    if (!current) {
      throw new NotFoundError(`No runbook ${id}`);
    }
    return current;
  }

  async getRunbooks(): Promise<RunbookPage> {
    const items = [...this.versions.keys()].map(id => this.current(id));
    return { items, total: items.length };
  }

  async getRunbook(id: string): Promise<Runbook> {
    const current = this.versions.get(id)?.at(-1);
    if (!current) {
      throw await aRefusal(404, `No runbook ${id}`);
    }
    return current;
  }

  async createRunbook(write: RunbookWrite): Promise<Runbook> {
    const id = `rb-${this.versions.size + 1}`;
    return this.#write(write, () =>
      this.#append(
        aRunbook({ id, ...fieldsOf(write), version: 1, updatedBy: ME }),
      ),
    );
  }

  async saveRunbook(
    id: string,
    write: RunbookWrite,
    options: { readonly version: number },
  ): Promise<Runbook> {
    return this.#write(write, () => {
      const current = this.current(id);
      if (options.version !== current.version) {
        throw new RunbookConflictError(current);
      }
      this.notes.set(`${id} ${current.version + 1}`, write.note ?? '');
      return this.#append({
        ...current,
        ...fieldsOf(write),
        state: write.state ?? current.state,
        version: current.version + 1,
        updatedBy: ME,
      });
    });
  }

  async getVersions(id: string): Promise<VersionPage> {
    const items = [...(this.versions.get(id) ?? [])]
      .reverse()
      .map(runbook => this.#versionOf(runbook));
    return { items, total: items.length };
  }

  async getVersion(id: string, version: number): Promise<RunbookVersion> {
    const found = this.versions
      .get(id)
      ?.find(runbook => runbook.version === version);
    if (!found) {
      throw await aRefusal(404, `No version ${version}`);
    }
    return this.#versionOf(found);
  }

  async restoreVersion(
    id: string,
    restore: {
      readonly version: number;
      readonly after: number;
      readonly note?: string;
    },
  ): Promise<Runbook> {
    const current = this.current(id);
    if (restore.after !== current.version) {
      throw new RunbookConflictError(current);
    }
    const old = this.versions
      .get(id)
      ?.find(({ version }) => version === restore.version);
    const version = current.version + 1;
    this.notes.set(`${id} ${version}`, restore.note ?? '');
    return this.#append({ ...current, ...old, version, updatedBy: ME });
  }

  async getRuns(): Promise<RunPage> {
    return { items: [] };
  }

  async getCoverage(): Promise<Coverage> {
    if (this.coverage instanceof Error) {
      throw this.coverage;
    }
    return this.coverage;
  }

  async #write(write: RunbookWrite, save: () => Runbook): Promise<Runbook> {
    this.writes.push(write);
    const fault = this.faults.shift();
    if (fault instanceof Error) {
      throw fault;
    }
    if (fault === 'lost') {
      throw new TypeError('Failed to fetch');
    }
    const runbook = save();
    if (fault === 'answer-lost') {
      throw new TypeError('Failed to fetch');
    }
    return runbook;
  }

  #append(runbook: Runbook): Runbook {
    this.versions.set(runbook.id, [
      ...(this.versions.get(runbook.id) ?? []),
      runbook,
    ]);
    return runbook;
  }

  #versionOf(runbook: Runbook): RunbookVersion {
    const note = this.notes.get(`${runbook.id} ${runbook.version}`);
    return {
      ...runbook,
      savedAt: runbook.updatedAt,
      savedBy: runbook.updatedBy,
      ...(note && { note }),
    };
  }
}

function fieldsOf(write: RunbookWrite): Partial<Runbook> {
  const { note: _, owner, reviewBy, ...fields } = write;
  return {
    ...fields,
    owner: owner ?? undefined,
    reviewBy: reviewBy ?? undefined,
    state: write.state ?? 'draft',
  };
}
