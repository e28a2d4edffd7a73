import { draftSchema, type Draft } from './Draft';

/** Counts up when older drafts can no longer be read as they are; those stay where they are. */
const FORM = 1;

/** Whose draft of what. */
export interface DraftKey {
  /** Id of a runbook, or what a new one is for. */
  readonly runbook: string;
  /** Entity ref of a user. */
  readonly user: string;
}

/** Where drafts are kept: `localStorage`, which survives a crash of the page. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps texts that are not saved yet on this device. */
export class DraftStore {
  readonly #storage: DraftStorage;

  private constructor(storage: DraftStorage) {
    this.#storage = storage;
  }

  static create(options: { readonly storage: DraftStorage }): DraftStore {
    return new DraftStore(options.storage);
  }

  /** Absent where there is none that can be read. */
  read(key: DraftKey): Draft | undefined {
    try {
      const parsed = draftSchema.safeParse(
        JSON.parse(this.#storage.getItem(nameOf(key)) ?? 'null'),
      );
      return parsed.data;
    } catch {
      return undefined;
    }
  }

  /** False where the device does not let us: its storage is full, or switched off. */
  keep(key: DraftKey, draft: Draft): boolean {
    try {
      this.#storage.setItem(nameOf(key), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  drop(key: DraftKey): void {
    try {
      this.#storage.removeItem(nameOf(key));
    } catch {
      // What could not be kept needs no removing.
    }
  }
}

function nameOf({ runbook, user }: DraftKey): string {
  return `callboard/runbooks/draft/${FORM}/${user}/${runbook}`;
}
