import ButtonBase from '@material-ui/core/ButtonBase';
import { Aspect, ServiceStatus } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  StatusIcon,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import { Texts } from '../../hooks/useTexts';
import { aspectLabel, aspectTone } from './aspectWords';
import { RowClasses } from './useRowStyles';

/** The aspects of a card: one chip for each that is not simply fine, one for the rest. */
export function AspectChips(props: {
  readonly row: ServiceStatus;
  readonly aspects: readonly Aspect[];
  readonly classes: RowClasses;
  readonly t: Texts;
}) {
  const { row, aspects, classes, t } = props;
  const tokens = useStatusTokens();
  const outlined = {
    boxShadow: `inset 0 0 0 1px ${tokens.tones.none.line}`,
    color: tokens.secondary,
  };
  const fine = aspects.filter(aspect => {
    const known = row.aspects[aspect];
    return known && aspectTone(known) === 'ok' && !known.stale;
  });
  const worth = aspects.filter(
    aspect => row.aspects[aspect] && !fine.includes(aspect),
  );
  return (
    <div className={classes.chips}>
      {worth.map(aspect => {
        const known = row.aspects[aspect];
        const tone = aspectTone(known);
        // A stale ok is no news to be coloured for.
        const quiet = tone === 'ok';
        const { tint, text } = tokens.tones[tone];
        return (
          <ButtonBase
            key={aspect}
            className={classes.aspectChip}
            style={quiet ? outlined : { background: tint, color: text }}
            data-aspect={aspect}
            aria-label={aspectLabel({ aspect, known, t })}
          >
            {quiet ? (
              <Glyph name="clock" size={14} />
            ) : (
              <StatusIcon status={tone} size={14} />
            )}
            {t('board.chipLabel', {
              aspect: t(`status.aspect.${aspect}`),
              words: [
                t(`status.word.${tone}`).toLocaleLowerCase(),
                ...(known?.stale ? [t('status.stale')] : []),
              ].join(', '),
            })}
          </ButtonBase>
        );
      })}
      {fine.length > 0 && (
        <span className={classes.aspectChip} style={outlined}>
          <StatusIcon status="ok" size={14} />
          {t('board.chipOk', { count: fine.length })}
        </span>
      )}
    </div>
  );
}
