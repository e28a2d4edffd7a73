import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  failureOf,
  Glyph,
  StatePanel,
  statusTokens,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const SECOND_MS = 1_000;

const useStyles = makeStyles(theme => ({
  code: {
    alignSelf: 'center',
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

/** Nothing is known of a service: it is not on the board, or Callboard does not answer. */
export function ServiceProblem(props: {
  readonly error: Error;
  readonly nextTryAtMs: number | undefined;
  readonly onRetry: () => void;
  /** Inside something that is a card already. */
  readonly flat?: boolean;
}) {
  const { error, nextTryAtMs, onRetry, flat } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(SECOND_MS);
  const failure = failureOf(error);
  const retry = (
    <Button
      className={controls.button}
      startIcon={<Glyph name="refresh" size={16} />}
      onClick={onRetry}
    >
      {t('status.tryNow')}
    </Button>
  );
  if (failure.kind === 'not-found') {
    return (
      <StatePanel
        flat={flat}
        icon={{ status: 'none' }}
        title={t('service.unknownServiceTitle')}
        actions={retry}
      >
        {t('service.unknownServiceText')}
      </StatePanel>
    );
  }
  return (
    <StatePanel
      flat={flat}
      icon={{ status: 'unknown' }}
      title={t('service.errorTitle')}
      actions={
        <>
          {retry}
          <span className={classes.code}>
            {failure.statusCode ?? failure.message}
          </span>
        </>
      }
    >
      {t('service.errorText')}{' '}
      {nextTryAtMs !== undefined &&
        t('status.nextTryIn', {
          duration: words.duration(Math.max(0, nextTryAtMs - now), true),
        })}
    </StatePanel>
  );
}
