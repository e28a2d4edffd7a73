import { CustomErrorBase } from '@backstage/errors';
import type { Runbook } from '../words';

/** Somebody else saved first. Neither text is lost: theirs is `current`, the caller has its own. @public */
export class RunbookConflictError extends CustomErrorBase {
  name = 'RunbookConflictError' as const;
  readonly current: Runbook;

  constructor(current: Runbook) {
    super(
      `${current.updatedBy} saved version ${current.version} of '${current.title}' first`,
    );
    this.current = current;
  }
}
