import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import type { Aspect, ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  failureOf,
  SkeletonBox,
  Skeletons,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useRunbooks } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { WhyObservation } from './WhyObservation';
import { findingsOf, whyParts } from './whyParts';

const useStyles = makeStyles({
  text: { margin: 0, padding: '0 16px 16px' },
  retry: { margin: '0 16px 16px' },
  loading: { display: 'grid', gap: 14, padding: '4px 16px 20px' },
});

/** What stands below the title: the reason, or why it cannot be told yet. */
export function WhyContent(props: {
  readonly service: ServiceDetail | undefined;
  readonly error: Error | undefined;
  readonly aspect: Aspect;
  readonly onRetry: () => void;
}) {
  const { service, error, aspect, onRetry } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const parts = useMemo(
    () => service && whyParts(service, aspect),
    [service, aspect],
  );
  const asked = useMemo(
    () => (parts?.type === 'observed' ? findingsOf(parts.observations) : []),
    [parts],
  );
  const runbookOf = useRunbooks(service?.entityRef, asked);
  if (!service && error) {
    return failureOf(error).kind === 'not-found' ? (
      <p className={classes.text}>{t('why.gone')}</p>
    ) : (
      <>
        <p className={classes.text}>
          {t('why.error')}: {failureOf(error).message}
        </p>
        <div className={classes.retry}>
          <Button className={controls.button} onClick={onRetry}>
            {t('status.retry')}
          </Button>
        </div>
      </>
    );
  }
  if (!parts) {
    return (
      <Skeletons>
        <div className={classes.loading}>
          <SkeletonBox width="90%" />
          <SkeletonBox width="70%" />
          <SkeletonBox width="80%" />
        </div>
      </Skeletons>
    );
  }
  switch (parts.type) {
    case 'not-applicable':
      return <p className={classes.text}>{t('why.notApplicable')}</p>;
    case 'not-named':
      return <p className={classes.text}>{t('why.notNamed')}</p>;
    default:
      return (
        <>
          {parts.observations.map(observation => (
            <WhyObservation
              key={`${observation.source} ${observation.subject}`}
              observation={observation}
              named={parts.observations.length > 1}
              runbookOf={runbookOf}
            />
          ))}
        </>
      );
  }
}
