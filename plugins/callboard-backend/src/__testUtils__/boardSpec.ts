import type {
  Aspect,
  Finding,
  Observation,
  SourceHealth,
  Status,
} from '@callboard/plugin-callboard-common';
import type { StoredFeed } from '../board/StoredRow';

export interface SourceSpec {
  readonly source: string;
  readonly state?: SourceHealth['state'];
  readonly message?: string;
  readonly lastGoodMinutesAgo?: number | null;
  readonly intervalMs?: number;
  readonly deadlineMs?: number;
  readonly production?: boolean;
  readonly configured?: boolean;
  readonly watched?: boolean;
  readonly detail?: object;
  readonly usage?: readonly { at: number; calls: number; bytes: number }[];
  readonly findings?: readonly Finding[];
  readonly missed?: readonly {
    readonly shard: string;
    readonly lastGoodMinutesAgo: number | null;
    readonly reason?: 'unreachable' | 'forbidden';
  }[];
}

export interface AspectSpec {
  readonly status: Status;
  readonly since?: string;
  readonly summary?: string;
  readonly findings?: readonly Finding[];
  readonly feeds?: readonly (Partial<StoredFeed> & { source: string })[];
  readonly off?: boolean;
}

export interface ServiceSpec {
  readonly name: string;
  readonly namespace?: string;
  readonly title?: string;
  readonly uid?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly lifecycle?: string;
  readonly tags?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  readonly sinceMinutesAgo?: number;
  readonly deleted?: boolean;
  readonly aspects?: Readonly<Partial<Record<Aspect, AspectSpec>>>;
  readonly observations?: readonly Partial<Observation>[];
  readonly transitions?: readonly {
    readonly aspect?: Aspect;
    readonly from: Status;
    readonly to: Status;
    readonly minutesAgo: number;
    readonly flappingSinceMinutesAgo?: number;
  }[];
  readonly past?: readonly {
    readonly aspect?: Aspect;
    readonly code: string;
    readonly fromMinutesAgo: number;
    /** Absent while it lasts. */
    readonly untilMinutesAgo?: number;
  }[];
  readonly changes?: readonly { readonly minutesAgo: number; key: string }[];
}

export interface BoardSpec {
  readonly revision?: number;
  readonly sources?: readonly SourceSpec[];
  readonly services?: readonly ServiceSpec[];
}
