import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { CopyBlock } from '../CopyBlock';
import { toLookCommand } from './toLookCommand';

const useStyles = makeStyles({
  root: { marginTop: 8 },
  filled: {
    background: 'transparent',
    color: 'inherit',
    fontWeight: 700,
    textDecoration: 'underline dotted',
    textUnderlineOffset: 3,
  },
});

/** A copyable command that looks closer, where the params of a finding give one. */
export function LookCommand(props: {
  readonly params: Readonly<Record<string, string>>;
}) {
  const classes = useStyles();
  const t = useTexts();
  const parts = toLookCommand(props.params);
  if (!parts) {
    return null;
  }
  return (
    <div className={classes.root}>
      <CopyBlock
        text={parts.map(part => part.text).join('')}
        label={t('service.copyCommand')}
      >
        {parts.map((part, i) =>
          part.filled ? (
            <mark key={i} className={classes.filled}>
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </CopyBlock>
    </div>
  );
}
