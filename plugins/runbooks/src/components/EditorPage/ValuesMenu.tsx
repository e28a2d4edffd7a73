import { makeStyles } from '@material-ui/core/styles';
import {
  entityName,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { PreviewValues, ValuesChoice } from '../../hooks/usePreviewValues';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      minWidth: 0,
      minHeight: 28,
      padding: '0 8px',
      borderRadius: 4,
      border: `1px solid ${tokens.borderStrong}`,
      colorScheme: theme.palette.type,
      fontSize: 14,
      lineHeight: '20px',
      '&:focus-within': { outline: `2px solid ${tokens.focus}` },
      [theme.breakpoints.down('xs')]: { minHeight: 44 },
    },
    label: { color: tokens.secondary },
    select: {
      maxWidth: 220,
      minWidth: 0,
      border: 0,
      outline: 'none',
      font: 'inherit',
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
    },
  };
});

const PLAIN = ['none', 'own', 'finding'] as const;

function nameOf(choice: ValuesChoice): string {
  return typeof choice === 'string' ? choice : choice.run.id;
}

/** Whose values stand in the commands of the preview. */
export function ValuesMenu(props: { readonly values: PreviewValues }) {
  const { choice, runs, hasFinding, choose } = props.values;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  return (
    <label className={classes.root}>
      <span className={classes.label}>{t('editor.values')}</span>
      <select
        className={classes.select}
        value={nameOf(choice)}
        onChange={event => {
          const { value } = event.target;
          const run = runs.find(({ id }) => id === value);
          if (run) {
            choose({ run });
          } else {
            choose(PLAIN.find(plain => plain === value) ?? 'none');
          }
        }}
      >
        <option value="none">{t('editor.valuesNone')}</option>
        {hasFinding && (
          <option value="finding">{t('editor.valuesFinding')}</option>
        )}
        <option value="own">{t('editor.valuesOwn')}</option>
        {runs.map(run => (
          <option key={run.id} value={run.id}>
            {t('editor.valuesRun', {
              entity: entityName(run.entityRef),
              time: words.short(Date.parse(run.startedAt), now),
            })}
          </option>
        ))}
      </select>
    </label>
  );
}
