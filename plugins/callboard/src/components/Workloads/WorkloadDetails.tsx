import { makeStyles } from '@material-ui/core/styles';
import type {
  KubernetesDetail,
  KubernetesWorkload,
} from '@callboard/plugin-callboard-common';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { CommandBlock } from '../CommandBlock';
import { CopyBlock } from '../CopyBlock';
import { OutLink } from '../OutLink';
import { WorkloadEvents } from './WorkloadEvents';
import { WorkloadFacts } from './WorkloadFacts';
import { workloadCommands } from './workloadCommands';
import { WorkloadPods } from './WorkloadPods';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 14,
      fontSize: 14,
      lineHeight: '20px',
      padding: '12px 16px 16px',
      // The line on the left ties it to its row.
      boxShadow: `inset 3px 0 0 ${tokens.borderStrong}`,
      [PHONE]: { padding: '10px 12px 14px' },
    },
    title: {
      margin: '0 0 4px',
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 700,
      color: tokens.secondary,
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 6,
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    container: {
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
    },
    links: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
  };
});

/** Everything about one workload: promise, images, pods, warnings, and how to look closer. */
export function WorkloadDetails(props: {
  readonly workload: KubernetesWorkload;
  readonly detail: KubernetesDetail;
}) {
  const { workload, detail } = props;
  const { images, pods, podsCount, events, links } = workload;
  const classes = useStyles();
  const t = useTexts();
  const commands = workloadCommands(workload, detail);
  return (
    <div className={classes.root}>
      <WorkloadFacts workload={workload} />
      {images.length > 0 && (
        <div>
          <h4 className={classes.title}>{t('workloads.images')}</h4>
          <ul className={classes.list}>
            {images.map(({ container, image }) => (
              <li key={container}>
                <div className={classes.container}>{container}</div>
                <CopyBlock
                  text={image}
                  label={t('workloads.copyImage', { container })}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {podsCount > 0 && (
        <WorkloadPods pods={pods} podsCount={podsCount} title={classes.title} />
      )}
      {events.length > 0 && (
        <WorkloadEvents events={events} title={classes.title} />
      )}
      {commands.length > 0 && (
        <div>
          <h4 className={classes.title}>{t('workloads.commands')}</h4>
          <ul className={classes.list}>
            {commands.map(({ purpose, parts }) => (
              <li key={purpose}>
                <CommandBlock
                  parts={parts}
                  label={t('workloads.copyCommandOf', {
                    purpose: t(`workloads.command.${purpose}`),
                  })}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {links.length > 0 && (
        <div className={classes.links}>
          {links.map(({ title, url }) => (
            <OutLink key={url} title={title} url={url} />
          ))}
        </div>
      )}
    </div>
  );
}
