import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import type { RunbookVersion } from '@callboard/plugin-runbooks-common';
import { useMatcherWords } from '../../hooks/useMatcherWords';
import { useTexts } from '../../hooks/useTexts';
import { DiffWords } from '../DiffView';
import { changedFields } from './changedFields';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '4px 16px',
    margin: 0,
    padding: '12px 16px',
    fontSize: 14,
    lineHeight: '20px',
    borderBottom: `1px solid ${statusTokens(theme).border}`,
    '& dt': { color: statusTokens(theme).secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** What changed between two versions beside the text. */
export function FieldChanges(props: {
  readonly before: RunbookVersion;
  readonly after: RunbookVersion;
  /** The one that waits for a review. */
  readonly waiting?: number;
}) {
  const { before, after, waiting } = props;
  const classes = useStyles();
  const t = useTexts();
  const wordsOf = useMatcherWords();
  const changes = changedFields({
    before,
    after,
    wordsOf,
    yes: t('history.yes'),
    no: t('history.no'),
    stateWords: ({ version, state }) =>
      t(version === waiting ? 'history.waits' : `history.state.${state}`),
  });
  if (changes.length === 0) {
    return null;
  }
  return (
    <dl className={classes.root} aria-label={t('history.fieldsLabel')}>
      {changes.map(change => (
        <div key={change.name} style={{ display: 'contents' }}>
          <dt>{t(`history.field.${change.name}`)}</dt>
          <dd>
            <DiffWords before={change.before} after={change.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
