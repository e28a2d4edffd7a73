import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { sourcesRouteRef } from '../../routes';

/** There is no such source, or it could not be loaded and nothing is known from before. */
export function SourceProblem(props: {
  readonly source: string;
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const { source, error, onRetry } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const sources = useRouteRef(sourcesRouteRef);
  const { kind, statusCode, message } = failureOf(error);
  const all = (
    <LinkButton to={sources()} className={controls.button}>
      {t('source.all')}
    </LinkButton>
  );
  if (kind === 'not-found') {
    return (
      <StatePanel
        icon={{ status: 'none' }}
        title={t('source.unknownTitle', { source })}
        actions={all}
      >
        {t('source.unknownText')}
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={{ status: 'unknown' }}
      title={t('source.errorTitle', { source })}
      actions={
        <>
          <Button className={controls.button} onClick={onRetry}>
            {t('status.tryNow')}
          </Button>
          {all}
        </>
      }
    >
      {t('source.errorText')} {statusCode} {message}
    </StatePanel>
  );
}
