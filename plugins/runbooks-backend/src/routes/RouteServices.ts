import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { CoverageDesk } from '../service/CoverageDesk';
import type { MatchDesk } from '../service/MatchDesk';
import type { RunbookDesk } from '../service/RunbookDesk';
import type { RunbookReader } from '../service/RunbookReader';
import type { RunDesk } from '../service/RunDesk';
import type { RunbookExport } from '../exchange/RunbookExport';
import type { RunbookImport } from '../exchange/RunbookImport';

/** What routes call. */
export interface RouteServices {
  readonly reader: RunbookReader;
  readonly desk: RunbookDesk;
  readonly runs: RunDesk;
  readonly matching: MatchDesk;
  readonly coverage: CoverageDesk;
  readonly exports: RunbookExport;
  readonly imports: RunbookImport;
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly now: () => number;
}
