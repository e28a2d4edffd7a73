/** A run that somebody of the company went through. */
export interface LandscapeRun {
  /** `mira.okafor` */
  readonly by: string;
  /** Absent: a dry run. */
  readonly outcome?:
    | 'fixed'
    | 'workaround'
    | 'no-help'
    | 'escalated'
    | 'false-alarm';
}

/** A runbook of the company. */
export interface LandscapeRunbook {
  /** `KubePodCrashLooping.md` */
  readonly file: string;
  readonly title: string;
  readonly markdown: string;
  readonly entityRef: string;
  readonly state: 'draft' | 'published';
  /** Who wrote it: `ines.costa` */
  readonly author: string;
  /** Findings that it is for, beside what its front matter says. */
  readonly codes: readonly string[];
  /** Oldest first. */
  readonly runs: readonly LandscapeRun[];
  /** Whether there are older versions, written before it was finished. */
  readonly hasHistory: boolean;
}
