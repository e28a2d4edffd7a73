import { Aspect, AspectStatus } from '@callboard/plugin-callboard-common';
import { StatusIcon, useStatusTokens } from '@callboard/plugin-callboard-react';
import { Texts } from '../../hooks/useTexts';
import { aspectLabel, aspectTone } from './aspectWords';
import { RowClasses } from './useRowStyles';

/** One aspect in a row: an icon, and a word only where it is not simply fine. */
export function AspectCell(props: {
  readonly aspect: Aspect;
  readonly known: AspectStatus | undefined;
  readonly column: number;
  readonly tabbable: boolean;
  readonly classes: RowClasses;
  readonly t: Texts;
}) {
  const { aspect, known, column, tabbable, classes, t } = props;
  const tokens = useStatusTokens();
  const tone = aspectTone(known);
  const calm = !known || (tone === 'ok' && !known.stale);
  return (
    <div
      role="gridcell"
      className={classes.aspect}
      aria-label={aspectLabel({ aspect, known, t })}
      data-column={column}
      data-aspect={aspect}
      tabIndex={tabbable ? 0 : -1}
    >
      <StatusIcon status={tone} stale={known?.stale} />
      {!calm && (
        <span
          aria-hidden
          style={{
            color: tone === 'ok' ? tokens.secondary : tokens.tones[tone].text,
          }}
        >
          {tone === 'ok' ? t('status.stale') : t(`status.word.${tone}`)}
        </span>
      )}
    </div>
  );
}
