import { makeStyles } from '@material-ui/core/styles';
import { StatusIcon } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { CopyBlock } from '../CopyBlock';

const useStyles = makeStyles({
  root: { padding: 16, maxWidth: 640 },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    margin: 0,
    fontSize: 14,
    lineHeight: '24px',
    fontWeight: 700,
  },
  text: { margin: '8px 0' },
  optOut: { margin: '12px 0 8px' },
});

/** A service that no source observes: the one annotation to begin with, or to opt out. */
export function NothingConnected(props: { readonly entityName: string }) {
  const { entityName } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>
        <StatusIcon status="none" size={24} />
        {t('service.nothingTitle')}
      </h3>
      <p className={classes.text}>{t('service.nothingText')}</p>
      <CopyBlock
        text={`jenkins.io/job-full-name: ${entityName}`}
        label={t('service.copyAnnotation')}
      />
      <p className={classes.text}>{t('service.nothingOr')}</p>
      <CopyBlock
        text={`backstage.io/kubernetes-id: ${entityName}`}
        label={t('service.copyAnnotation')}
      />
      <p className={classes.optOut}>{t('service.nothingOptOut')}</p>
      <CopyBlock
        text="callboard.io/not-applicable: pipelines"
        label={t('service.copyAnnotation')}
      />
    </div>
  );
}
