import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  MatchItem,
  MatchQuestion,
} from '@callboard/plugin-runbooks-common';
import type { RunbookAccess } from '../access/RunbookAccess';
import {
  noSuchEntity,
  refsOf,
  type EntityDirectory,
  type Lineage,
} from '../catalog/EntityDirectory';
import type { ProjectedEntity } from '../catalog/projectEntity';
import { choose } from '../rules/choose';
import type { RunbookStore } from '../store/RunbookStore';
import type { Judges } from './Judges';

export interface MatchDeskOptions {
  readonly store: RunbookStore;
  readonly access: RunbookAccess;
  readonly directory: EntityDirectory;
  readonly judges: Judges;
  readonly now: () => number;
}

/** Chooses runbooks for findings, among those that the viewer may read. */
export class MatchDesk {
  readonly #options: MatchDeskOptions;

  static create(options: MatchDeskOptions): MatchDesk {
    return new MatchDesk(options);
  }

  private constructor(options: MatchDeskOptions) {
    this.#options = options;
  }

  /** One list for each question, in the order asked. */
  async match(
    options: {
      readonly entityRef: string;
      readonly questions: readonly MatchQuestion[];
    },
    viewer: BackstageCredentials,
  ): Promise<MatchItem[][]> {
    const { entityRef, questions } = options;
    const { store, access, directory, judges, now } = this.#options;
    if (!(await access.maySee(entityRef, viewer))) {
      throw noSuchEntity(entityRef);
    }
    const entity = await directory.require(entityRef, viewer);
    const lineage = await directory.lineage(entity);
    const [judge, stored, entities] = await Promise.all([
      judges.call(),
      store.candidates(
        { entityRefs: refsOf(lineage), questions },
        await access.scopeOf(viewer),
      ),
      this.#seen(lineage, viewer),
    ]);
    const candidates = stored.map(judge);
    return questions.map(question =>
      choose(question, {
        candidates,
        lineage,
        entities,
        now: new Date(now()),
      }),
    );
  }

  /** The entities whose links the viewer may know of. */
  async #seen(
    lineage: Lineage,
    viewer: BackstageCredentials,
  ): Promise<ProjectedEntity[]> {
    const linking = lineage.entities.filter(({ links }) => links.length > 0);
    const seen = await Promise.all(
      linking.map(({ ref }) => this.#options.access.maySee(ref, viewer)),
    );
    return linking.filter((_, at) => seen[at]);
  }
}
