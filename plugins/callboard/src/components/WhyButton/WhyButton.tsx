import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ButtonBase from '@material-ui/core/ButtonBase';
import type { Aspect, Status } from '@callboard/plugin-callboard-common';
import { useTexts } from '../../hooks/useTexts';
import { PHONE } from '../../theme/breakpoints';
import { statusTokens } from '../../theme/statusTokens';
import { WhyPopover } from '../WhyPopover';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      padding: '0 4px',
      borderRadius: 3,
      fontFamily: 'inherit',
      fontSize: 12,
      lineHeight: '20px',
      color: tokens.link,
      '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
      // A finger needs 44 px; the drawing stays small.
      [PHONE]: {
        '&::after': { content: '""', position: 'absolute', inset: -12 },
      },
    },
  };
});

/** "Why?" beside a status: opens the rule that made it. */
export function WhyButton(props: {
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly status: Status;
}) {
  const { entityRef, aspect, status } = props;
  const classes = useStyles();
  const t = useTexts();
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <ButtonBase
        className={classes.root}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={t('why.buttonLabel', {
          aspect: t(`status.aspect.${aspect}`),
          status: t(`timeline.to.${status}`),
        })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('why.button')}
      </ButtonBase>
      <WhyPopover
        anchorEl={anchor}
        entityRef={entityRef}
        aspect={aspect}
        onClose={() => setAnchor(null)}
      />
    </>
  );
}
