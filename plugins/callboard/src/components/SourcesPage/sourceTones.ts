import type { SourceState } from '@callboard/plugin-callboard-common';
import type { Tone } from '@callboard/plugin-callboard-react';

/** The icon and colour of a source's state. */
export const SOURCE_TONES: Record<SourceState, Tone> = {
  ok: 'ok',
  starting: 'activity',
  failing: 'failing',
  unreachable: 'failing',
  forbidden: 'unknown',
  'not-observable': 'warning',
};
