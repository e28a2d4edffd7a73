import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  failureOf,
  MONO_FONT,
  StatePanel,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { CopyBlock } from '../CopyBlock';

const PERMISSION = 'callboard.source.read';

/** One system is enough to begin with. */
const SMALLEST_CONFIG = `jenkins:
  instances:
    - name: main
      baseUrl: https://jenkins.example.com
      username: callboard
      apiKey: \${JENKINS_API_KEY}`;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    code: {
      padding: '1px 5px',
      borderRadius: 3,
      boxShadow: `inset 0 0 0 1px ${tokens.border}`,
      background: tokens.codeBg,
      fontFamily: MONO_FONT,
      fontSize: 12,
    },
    config: { marginTop: 12 },
  };
});

function BackToBoard() {
  const t = useTexts();
  const controls = useControlStyles();
  const board = useRouteRef(rootRouteRef);
  return (
    <LinkButton to={board()} className={controls.button}>
      {t('sources.backToBoard')}
    </LinkButton>
  );
}

/** The viewer may not see the sources: what is missing, by name. */
export function SourcesForbidden() {
  const classes = useStyles();
  const t = useTexts();
  const [before, after] = t('sources.forbiddenText', {
    permission: PERMISSION,
  }).split(PERMISSION);
  return (
    <StatePanel
      icon={{ glyph: 'ownership' }}
      title={t('sources.forbiddenTitle')}
      actions={<BackToBoard />}
    >
      {before}
      <span className={classes.code}>{PERMISSION}</span>
      {after}
    </StatePanel>
  );
}

/** No source is configured: the smallest config that works. */
export function SourcesEmpty() {
  const classes = useStyles();
  const t = useTexts();
  return (
    <StatePanel icon={{ glyph: 'gear' }} title={t('sources.emptyTitle')}>
      {t('sources.emptyText')}
      <div className={classes.config}>
        <CopyBlock text={SMALLEST_CONFIG} label={t('sources.copyConfig')} />
      </div>
    </StatePanel>
  );
}

/** The sources could not be loaded, and none are known from before. */
export function SourcesError(props: {
  readonly error: Error;
  readonly onRetry: () => void;
}): ReactNode {
  const { error, onRetry } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const { message, statusCode } = failureOf(error);
  return (
    <StatePanel
      icon={{ status: 'unknown' }}
      title={t('sources.errorTitle')}
      actions={
        <>
          <Button className={controls.button} onClick={onRetry}>
            {t('status.tryNow')}
          </Button>
          <BackToBoard />
        </>
      }
    >
      {t('sources.errorText')} {statusCode} {message}
    </StatePanel>
  );
}
