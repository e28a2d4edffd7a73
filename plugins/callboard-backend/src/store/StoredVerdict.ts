import type { Finding, Verdict } from '@callboard/plugin-callboard-common';

/** A verdict as it is stored: its findings have an identity and a start. */
export type StoredVerdict = Omit<Verdict, 'findings'> & {
  readonly findings: readonly Finding[];
};
