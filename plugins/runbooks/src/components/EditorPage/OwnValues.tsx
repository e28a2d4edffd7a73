import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { parseRunbook } from '@callboard/plugin-runbooks-common';
import type { PreviewValues } from '../../hooks/usePreviewValues';
import { useTexts } from '../../hooks/useTexts';
import { LineField } from './LineField';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
    gap: 8,
    padding: '8px 12px',
    background: statusTokens(theme).subtle,
    borderBottom: `1px solid ${statusTokens(theme).border}`,
  },
}));

/** A field for every name that the commands ask for. */
export function OwnValues(props: {
  readonly values: PreviewValues;
  readonly text: string;
}) {
  const { values, text } = props;
  const classes = useStyles();
  const t = useTexts();
  const names = useMemo(() => parseRunbook(text).params, [text]);
  return (
    <div className={classes.root}>
      {names.map(name => (
        <LineField
          key={name}
          label={name}
          placeholder={t('editor.valuesFor', { name })}
          value={values.params[name] ?? ''}
          onChange={value => values.setOwn(name, value)}
        />
      ))}
    </div>
  );
}
