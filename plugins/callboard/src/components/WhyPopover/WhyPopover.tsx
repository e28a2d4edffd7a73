import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Aspect } from '@callboard/plugin-callboard-common';
import { useService } from '../../hooks/useService';
import { useTexts } from '../../hooks/useTexts';
import { PHONE } from '../../theme/breakpoints';
import { statusTokens } from '../../theme/statusTokens';
import { Glyph } from '../Glyph';
import { StatusIcon } from '../StatusIcon';
import { WhyContent } from './WhyContent';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 416,
    maxWidth: 'calc(100% - 32px)',
    fontFamily: theme.typography.fontFamily,
    fontSize: 14,
    lineHeight: '20px',
    background: statusTokens(theme).raised,
  },
  sheet: {
    maxHeight: '80%',
    borderRadius: '12px 12px 0 0',
    fontFamily: theme.typography.fontFamily,
    fontSize: 14,
    lineHeight: '20px',
    background: statusTokens(theme).raised,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    // The clock of what is stale hangs over the icon's edge.
    gap: 12,
    padding: '8px 8px 4px 16px',
  },
  title: {
    flex: 1,
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 700,
  },
  close: {
    padding: 8,
    color: statusTokens(theme).secondary,
    [PHONE]: { padding: 14 },
  },
}));

/**
 * Why an aspect of a service has its status: the rule in words, its threshold, its inputs, their
 * age, and what would clear it. Beside the anchor; on a phone a sheet from below. Escape closes
 * it and the focus goes back to where it was.
 */
export function WhyPopover(props: {
  /** What was asked about; null keeps it closed. */
  readonly anchorEl: Element | null;
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly onClose: () => void;
}) {
  const { anchorEl, entityRef, aspect, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  const phone = useMediaQuery(PHONE, { noSsr: true });
  const open = anchorEl !== null;
  const { data, error, refresh } = useService(open ? entityRef : undefined);

  const known = data?.aspects[aspect];
  const name = t(`status.aspect.${aspect}`);
  const green = known?.status === 'ok' && !known.off;
  const title =
    data && !known
      ? t('why.titleNone', { aspect: name })
      : t(green ? 'why.titleGreen' : 'why.title', { aspect: name });
  const dialog = {
    role: 'dialog',
    'aria-modal': true,
    'aria-labelledby': id,
  } as const;
  const content = (
    <>
      <div className={classes.head}>
        <StatusIcon
          status={known?.off ? 'off' : known?.status ?? 'none'}
          stale={known?.stale}
        />
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <IconButton
          className={classes.close}
          aria-label={t('why.close')}
          onClick={onClose}
        >
          <Glyph name="close" size={16} />
        </IconButton>
      </div>
      <WhyContent
        service={data}
        error={error}
        aspect={aspect}
        onRetry={refresh}
      />
    </>
  );
  return phone ? (
    <Drawer
      anchor="bottom"
      open={open}
      onClose={onClose}
      PaperProps={{ ...dialog, className: classes.sheet }}
    >
      {content}
    </Drawer>
  ) : (
    <Popover
      open={open}
      anchorEl={anchorEl}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      PaperProps={{ ...dialog, className: classes.paper }}
    >
      {content}
    </Popover>
  );
}
