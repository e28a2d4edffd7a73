import { useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import type { Aspect, Status } from '@callboard/plugin-callboard-common';
import { useTexts } from '../../hooks/useTexts';
import { useWhyButtonStyles } from '../../theme/useWhyButtonStyles';
import { WhyPopover } from '../WhyPopover';

/** "Why?" beside a status: opens the rule that made it. */
export function WhyButton(props: {
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly status: Status;
}) {
  const { entityRef, aspect, status } = props;
  const classes = useWhyButtonStyles();
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
