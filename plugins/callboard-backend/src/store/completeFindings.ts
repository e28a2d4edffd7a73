import {
  toInstant,
  type Finding,
  type FindingDraft,
} from '@callboard/plugin-callboard-common';
import { hashOf } from './boundedText';

/** What a finding is about, beside its code. */
export interface FindingOrigin {
  readonly entityRef: string;
  readonly source: string;
  readonly subject: string;
}

/**
 * Gives findings their identity and their start: the upstream's time, else the time of first sight,
 * which a finding keeps as long as it lasts.
 */
export function completeFindings(options: {
  readonly drafts: readonly FindingDraft[];
  readonly origin: FindingOrigin;
  readonly previous: readonly Finding[];
  readonly now: number;
}): Finding[] {
  const { drafts, origin, previous, now } = options;
  const known = new Map(
    previous.map(finding => [finding.fingerprint, finding]),
  );
  const taken = new Set<string>();
  return drafts.map(draft => {
    const { entityRef, source, subject } = origin;
    let fingerprint = hashOf(entityRef, source, subject, draft.code);
    if (taken.has(fingerprint)) {
      // One subject may have two findings of a code, told apart by what they are about.
      fingerprint = hashOf(fingerprint, JSON.stringify(draft.params));
    }
    taken.add(fingerprint);
    if (draft.since !== undefined) {
      return { ...draft, since: draft.since, fingerprint };
    }
    const before = known.get(fingerprint);
    return {
      ...draft,
      since: before?.since ?? toInstant(now),
      atLeast: true,
      fingerprint,
    };
  });
}
