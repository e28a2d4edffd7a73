import { Link } from '@backstage/core-components';
import { Glyph } from '@callboard/plugin-callboard-react';
import type { ExternalRunbook } from '@callboard/plugin-runbooks-common';
import type { Fit } from '../../entity/entityRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { FitWords } from './FitWords';
import { HintChip } from './HintChip';
import { useStyles } from './useStyles';

/** A runbook that is kept elsewhere. */
export function ExternalRow(props: {
  readonly runbook: ExternalRunbook;
  readonly fits: readonly Fit[];
}) {
  const { runbook, fits } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <li className={classes.row}>
      <Glyph name="external" />
      <div className={classes.body}>
        <div className={classes.titleLine}>
          <Link className={classes.title} to={runbook.url}>
            {runbook.title}
          </Link>
          <HintChip hint={t('entity.externalHint')}>
            {t('entity.external')}
          </HintChip>
        </div>
        <FitWords fits={fits} />
        <span className={classes.small}>{new URL(runbook.url).host}</span>
      </div>
    </li>
  );
}
