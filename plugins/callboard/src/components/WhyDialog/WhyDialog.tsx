import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  Glyph,
  PHONE,
  StatusIcon,
  statusTokens,
  Tone,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

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
    overflowWrap: 'anywhere',
  },
  close: {
    padding: 8,
    color: statusTokens(theme).secondary,
    [PHONE]: { padding: 14 },
  },
}));

/**
 * The frame of "why not green": beside what was asked about; on a phone a sheet from below.
 * Escape closes it and the focus goes back to where it was.
 */
export function WhyDialog(props: {
  /** What was asked about; null keeps it closed. */
  readonly anchorEl: Element | null;
  readonly status: Tone;
  readonly stale?: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { anchorEl, status, stale, title, onClose, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  const phone = useMediaQuery(PHONE, { noSsr: true });
  const open = anchorEl !== null;
  const dialog = {
    role: 'dialog',
    'aria-modal': true,
    'aria-labelledby': id,
  } as const;
  const content = (
    <>
      <div className={classes.head}>
        <StatusIcon status={status} stale={stale} />
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
      {children}
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
