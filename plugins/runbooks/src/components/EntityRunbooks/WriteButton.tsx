import { LinkButton } from '@backstage/core-components';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import { questionOf } from '../../entity/entityRunbooks';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

/** Begins a runbook for an entity, or for what was found there. */
export function WriteButton(props: {
  readonly entityRef: string;
  readonly finding?: FindingSnapshot;
  /** What helps most here. */
  readonly primary?: boolean;
}) {
  const { entityRef, finding, primary } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <LinkButton
      to={paths.create({
        entityRef,
        matcher: finding ? questionOf(finding) : {},
      })}
      className={primary ? controls.primary : controls.button}
    >
      {t('entity.write')}
    </LinkButton>
  );
}
