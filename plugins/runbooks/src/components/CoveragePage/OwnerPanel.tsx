import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Panel, statusTokens } from '@callboard/plugin-callboard-react';
import type { UncoveredOwner } from '../../uncovered/uncovered';
import { useTexts } from '../../hooks/useTexts';
import { UncoveredRow } from './UncoveredRow';

const useStyles = makeStyles(theme => ({
  link: { fontSize: 14, lineHeight: '20px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  foot: {
    margin: 0,
    padding: '8px 16px',
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    borderTop: `1px solid ${statusTokens(theme).border}`,
  },
}));

/** What one owner has to write. */
export function OwnerPanel(props: { readonly item: UncoveredOwner }) {
  const { owner, services, coveredCount } = props.item;
  const classes = useStyles();
  const t = useTexts();
  return (
    <Panel
      title={
        owner ? owner.slice(owner.indexOf('/') + 1) : t('coverage.noOwner')
      }
      subtitle={t('coverage.uncovered', { count: services.length })}
      actions={
        owner && (
          <EntityRefLink
            entityRef={owner}
            title={t('coverage.ownerLink')}
            className={classes.link}
          />
        )
      }
    >
      <ul className={classes.list}>
        {services.map(item => (
          <UncoveredRow key={item.service.entityRef} item={item} />
        ))}
      </ul>
      {coveredCount > 0 && (
        <p className={classes.foot}>
          {t('coverage.coveredToo', { count: coveredCount })}
        </p>
      )}
    </Panel>
  );
}
