import { Fragment } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { CopyBlock } from '../CopyBlock';
import { type CommandPart, splitFlags } from './commandParts';

const useStyles = makeStyles({
  filled: {
    background: 'transparent',
    color: 'inherit',
    fontWeight: 700,
    textDecoration: 'underline dotted',
    textUnderlineOffset: 3,
  },
  // Else a line would end behind its hyphens.
  flag: { whiteSpace: 'nowrap' },
});

/** A command ready to copy; what was filled in is underlined. */
export function CommandBlock(props: {
  readonly parts: readonly CommandPart[];
  /** Names the button where several stand together. */
  readonly label?: string;
}) {
  const { parts, label } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <CopyBlock
      text={parts.map(part => part.text).join('')}
      label={label ?? t('service.copyCommand')}
    >
      {parts.map((part, i) =>
        part.filled ? (
          <mark key={i} className={classes.filled}>
            {part.text}
          </mark>
        ) : (
          <Fragment key={i}>
            {splitFlags(part.text).map(({ text, isFlag }, at) =>
              isFlag ? (
                <span key={at} className={classes.flag}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </Fragment>
        ),
      )}
    </CopyBlock>
  );
}
