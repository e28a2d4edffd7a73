import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { configApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Counts, STATUSES } from '@callboard/plugin-callboard-common';
import {
  PHONE,
  StatusIcon,
  statusTokens,
  useControlStyles,
  useStatusTokens,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 24px',
    '&:hover $leave, &:focus-within $leave': { opacity: 1 },
  },
  title: { margin: 0, fontSize: 28, lineHeight: '36px', fontWeight: 700 },
  count: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    fontSize: 24,
    lineHeight: '32px',
    fontVariantNumeric: 'tabular-nums',
    '& b': { fontSize: 32, lineHeight: '36px' },
  },
  // A wall is looked at; its buttons show to who comes near.
  leave: {
    display: 'flex',
    gap: 8,
    marginLeft: 'auto',
    opacity: 0,
    [PHONE]: { opacity: 1 },
  },
  asOf: {
    textAlign: 'right',
    fontSize: 16,
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    color: statusTokens(theme).secondary,
    '& b': {
      display: 'block',
      fontSize: 28,
      lineHeight: '32px',
      color: theme.palette.text.primary,
    },
  },
}));

/** Whose wall it is, how many services are how, and when that was known. */
export function WallHeader(props: {
  readonly counts: Counts | undefined;
  readonly heardAtMs: number | undefined;
}) {
  const { counts, heardAtMs } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  const words = useTimeWords();
  const config = useApi(configApiRef);
  const board = useRouteRef(rootRouteRef);
  return (
    <header className={classes.root}>
      <h1 className={classes.title}>
        {config.getOptionalString('organization.name') ??
          config.getOptionalString('app.title') ??
          t('board.title')}
      </h1>
      {counts &&
        STATUSES.map(status => (
          <span
            key={status}
            className={classes.count}
            style={{ color: tokens.tones[status].text }}
          >
            <StatusIcon status={status} size={32} />
            <b>{counts[status]}</b>
            {t(`status.word.${status}`).toLocaleLowerCase()}
          </span>
        ))}
      <span className={classes.leave}>
        {document.fullscreenEnabled && (
          <Button
            className={controls.button}
            onClick={() => document.documentElement.requestFullscreen()}
          >
            {t('wallboard.fullScreen')}
          </Button>
        )}
        <LinkButton className={controls.button} to={board()}>
          {t('wallboard.leave')}
        </LinkButton>
      </span>
      {heardAtMs !== undefined && (
        <span className={classes.asOf}>
          <b>{words.seconds(heardAtMs)}</b>
          {t('wallboard.asOf', { zone: words.zone(heardAtMs) })}
        </span>
      )}
    </header>
  );
}
