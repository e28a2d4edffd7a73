import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import { Glyph, useControlStyles } from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

/** The ways to a runbook that is not there yet. */
export function CreateActions(props: {
  /** What it will belong to; the editor asks where nothing is said. */
  readonly entityRef: string;
  onImport(): void;
}) {
  const { entityRef, onImport } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <>
      <LinkButton
        to={paths.create({ entityRef, matcher: {} })}
        className={controls.primary}
        startIcon={<Glyph name="plus" size={16} />}
      >
        {t('list.create')}
      </LinkButton>
      <Button className={controls.button} onClick={onImport}>
        {t('list.import')}
      </Button>
    </>
  );
}
