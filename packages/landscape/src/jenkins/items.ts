/** How a build ended, in the words of `hudson.model.Result`. */
export type JenkinsResult =
  | 'SUCCESS'
  | 'UNSTABLE'
  | 'FAILURE'
  | 'NOT_BUILT'
  | 'ABORTED';

/** What started a build. */
export type JenkinsCause =
  | { readonly kind: 'timer' }
  | { readonly kind: 'scm' }
  | { readonly kind: 'push'; readonly branch: string }
  | { readonly kind: 'indexing' }
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'upstream';
      readonly project: string;
      readonly build: number;
    };

/** A commit that a build brought in. Times are epoch milliseconds. */
export interface JenkinsCommit {
  readonly id: string;
  readonly message: string;
  readonly author: string;
  readonly committedAt: number;
}

/** A stage of a pipeline's run, in the words of the stage view's REST API. */
export interface JenkinsStage {
  readonly name: string;
  readonly status:
    | 'SUCCESS'
    | 'FAILED'
    | 'UNSTABLE'
    | 'ABORTED'
    | 'IN_PROGRESS'
    | 'NOT_EXECUTED'
    | 'PAUSED_PENDING_INPUT';
  readonly durationMs: number;
  /** Message of the error that ended it. */
  readonly error?: string;
}

/** Times are epoch milliseconds. */
export interface JenkinsBuild {
  readonly number: number;
  readonly startedAt: number;
  /** Absent while it runs. */
  readonly result?: JenkinsResult;
  /** Absent while it runs. */
  readonly durationMs?: number;
  /** Default: the mean of the last three good builds, as Jenkins computes it. */
  readonly estimatedMs?: number;
  readonly cause?: JenkinsCause;
  /** SHA-1 of what was built. */
  readonly commit?: string;
  readonly commits?: readonly JenkinsCommit[];
  /** Known to the stage API; for pipelines only. */
  readonly stages?: readonly JenkinsStage[];
  /** Totals of its test report; without it the report is a 404. */
  readonly tests?: {
    readonly failed: number;
    readonly skipped: number;
    readonly total: number;
  };
  /** A question that holds it up until a person answers. */
  readonly input?: { readonly since: number; readonly message: string };
}

/** An entry of the build queue. Times are epoch milliseconds. */
export interface JenkinsQueueEntry {
  readonly since: number;
  readonly why: string;
  /** Jenkins' own view that it takes far too long. */
  readonly stuck?: boolean;
}

/**
 * What the caller may do with an item: `discover` answers 403 for it, `none` 404; both keep it out
 * of every listing.
 */
export type JenkinsAccess = 'read' | 'discover' | 'none';

interface JenkinsItemBase {
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly access?: JenkinsAccess;
}

/** A plain folder, or one that mirrors an organization of a code host. */
export interface JenkinsFolder extends JenkinsItemBase {
  readonly kind: 'folder' | 'organization';
  readonly items: readonly JenkinsItem[];
}

/** What leaf jobs have in common. */
export interface JenkinsJobState {
  readonly disabled?: boolean;
  /** Newest first. */
  readonly builds?: readonly JenkinsBuild[];
  readonly queue?: JenkinsQueueEntry;
}

export interface JenkinsJob extends JenkinsItemBase, JenkinsJobState {
  readonly kind: 'pipeline' | 'freestyle' | 'matrix';
  /** Names of a matrix project's configurations: `OS=linux`. */
  readonly configurations?: readonly string[];
}

/** One branch or pull request of a multibranch project. */
export interface JenkinsBranch extends JenkinsJobState {
  /** As the code host calls it: `feature/x`, `PR-12`; the server encodes it as Jenkins does. */
  readonly name: string;
  readonly access?: JenkinsAccess;
  readonly pullRequest?: {
    readonly title: string;
    readonly author: string;
    readonly url: string;
  };
}

export interface JenkinsMultibranch extends JenkinsItemBase {
  readonly kind: 'multibranch';
  readonly branches: readonly JenkinsBranch[];
}

/** An item that holds others. */
export type JenkinsContainer = JenkinsFolder | JenkinsMultibranch;

/**
 * An item of a Jenkins controller. The properties are read at every request, so an object with
 * getters can change with time.
 */
export type JenkinsItem = JenkinsContainer | JenkinsJob;
