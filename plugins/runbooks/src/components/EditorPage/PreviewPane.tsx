import { memo, useDeferredValue, useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  entityName,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import {
  blankFrontMatter,
  frontMatterOf,
  parseRunbook,
} from '@callboard/plugin-runbooks-common';
import { previewPart } from '../../editor/previewPart';
import { useDebounced } from '../../hooks/useDebounced';
import { usePreviewValues } from '../../hooks/usePreviewValues';
import { useTexts } from '../../hooks/useTexts';
import { AskedValuesProvider, RunbookMarkdown } from '../RunbookMarkdown';
import { OwnValues } from './OwnValues';
import { PaneHead } from './PaneHead';
import { ValuesMenu } from './ValuesMenu';

/** Long enough that who types fast is not held up, short enough to be felt as at once. */
const WAITS = { pauseMs: 250, longestMs: 1_500 };

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    body: { flex: 1, minHeight: 0, overflow: 'auto', padding: '12px 20px' },
    part: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 8px',
      padding: '4px 20px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      background: tokens.subtle,
      borderBottom: `1px solid ${tokens.border}`,
    },
    foot: {
      margin: '14px 0 0',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** What readers will see, with values filled in. */
export const PreviewPane = memo(function PreviewPaneView(props: {
  readonly runbookId?: string;
  readonly text: string;
  /** Where the cursor is in the text. */
  readonly cursor: number;
}) {
  const { runbookId, text, cursor } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const values = usePreviewValues(runbookId);
  const [wanted, setWanted] = useState<string>();
  const settled = useDebounced(text, WAITS);
  const settledCursor = useDebounced(cursor, WAITS);
  const part = useMemo(
    () =>
      wanted === settled
        ? { text: settled, whole: true }
        : previewPart(settled, settledCursor),
    [settled, settledCursor, wanted],
  );
  const shown = useDeferredValue(part.text);
  const parsed = useMemo(() => parseRunbook(shown), [shown]);
  const declared = useMemo(() => frontMatterOf(settled).params, [settled]);
  const { choice, params } = values;
  return (
    <>
      <PaneHead title={t('editor.preview')}>
        <ValuesMenu values={values} />
      </PaneHead>
      {choice === 'own' && <OwnValues values={values} text={shown} />}
      {!part.whole && (
        <div className={classes.part}>
          {t('editor.previewPart')}
          <Button className={controls.text} onClick={() => setWanted(settled)}>
            {t('editor.previewAll')}
          </Button>
        </div>
      )}
      <div className={classes.body} data-testid="preview">
        {shown.trim() === '' ? (
          t('editor.previewEmpty')
        ) : (
          <AskedValuesProvider params={declared} asks={false}>
            <RunbookMarkdown
              markdown={blankFrontMatter(shown)}
              text={parsed}
              params={params}
            />
          </AskedValuesProvider>
        )}
        {typeof choice !== 'string' && (
          <p className={classes.foot}>
            {t('editor.valuesOf', { what: entityName(choice.run.entityRef) })}
          </p>
        )}
      </div>
    </>
  );
});
