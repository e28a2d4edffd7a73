import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ViewerOwnership } from '@callboard/plugin-callboard-node';
import type { Coverage } from '@callboard/plugin-runbooks-common';
import type { RunbookAccess } from '../access/RunbookAccess';
import type { EntityStore } from '../catalog/EntityStore';
import { coverageOf } from '../rules/coverageOf';
import type { RunbookStore } from '../store/RunbookStore';
import type { Judges } from './Judges';
import type { FindingsOfBoard } from './FindingsOfBoard';

const PERIOD_MS = 30 * 24 * 60 * 60 * 1000;

/** What is covered: what fails and what is on call for. */
const SERVICE_KIND = 'component';

export interface CoverageDeskOptions {
  readonly store: RunbookStore;
  readonly entities: EntityStore;
  readonly access: RunbookAccess;
  readonly ownership: ViewerOwnership;
  readonly findings: Pick<FindingsOfBoard, 'read'>;
  readonly judges: Judges;
  readonly now: () => number;
}

/** Says which services have findings and no runbook, among what the viewer may see. */
export class CoverageDesk {
  readonly #options: CoverageDeskOptions;

  static create(options: CoverageDeskOptions): CoverageDesk {
    return new CoverageDesk(options);
  }

  private constructor(options: CoverageDeskOptions) {
    this.#options = options;
  }

  async read(
    query: { readonly owners: readonly string[] },
    viewer: BackstageCredentials,
  ): Promise<Coverage> {
    const { store, entities, access, ownership, findings, judges, now } =
      this.#options;
    const to = now();
    const [judge, { owners }, scope] = await Promise.all([
      judges.call(),
      ownership.resolve(query, viewer),
      access.scopeOf(viewer),
    ]);
    const [services, systems, published, past] = await Promise.all([
      entities.findKind(SERVICE_KIND, scope),
      entities.findKind('system', scope),
      store.published(scope),
      findings.read(
        {
          from: new Date(to - PERIOD_MS).toISOString(),
          to: new Date(to).toISOString(),
        },
        viewer,
      ),
    ]);
    return coverageOf({
      services: services.filter(
        service =>
          owners.length === 0 ||
          service.owners.some(owner => owners.includes(owner)),
      ),
      systems,
      runbooks: published.map(judge),
      findings: past,
      now: new Date(to),
    });
  }
}
