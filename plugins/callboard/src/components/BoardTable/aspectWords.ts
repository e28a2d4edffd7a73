import { Aspect, AspectStatus } from '@callboard/plugin-callboard-common';
import { Tone } from '@callboard/plugin-callboard-react';
import { Texts } from '../../hooks/useTexts';

/** What an aspect's icon shows: a status, rest on purpose, or nothing connected. */
export function aspectTone(aspect: AspectStatus | undefined): Tone {
  if (!aspect) {
    return 'none';
  }
  return aspect.off ? 'off' : aspect.status;
}

/** The aspect in words: "Pipelines: OK, stale". */
export function aspectLabel(options: {
  readonly aspect: Aspect;
  readonly known: AspectStatus | undefined;
  readonly t: Texts;
}): string {
  const { aspect, known, t } = options;
  const words = known
    ? [
        t(`status.word.${aspectTone(known)}`),
        ...(known.stale ? [t('status.stale')] : []),
        ...(known.flapping ? [t('status.flapping')] : []),
      ].join(', ')
    : t('board.notConnected');
  return t('board.cellLabel', { aspect: t(`status.aspect.${aspect}`), words });
}
