import { makeStyles } from '@material-ui/core/styles';
import type { DoctorEntry } from '@callboard/plugin-callboard-common';
import {
  MONO_FONT,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { CopyBlock } from '../CopyBlock';
import { MessageText } from '../MessageText';
import { Fix, fixLines } from './fixLines';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    box: {
      padding: '6px 10px',
      borderRadius: 4,
      border: `1px solid ${tokens.border}`,
      background: tokens.codeBg,
      overflowWrap: 'anywhere',
    },
    text: { display: 'block', fontFamily: theme.typography.fontFamily },
    line: {
      display: 'block',
      fontFamily: MONO_FONT,
      fontSize: 13,
      textDecoration: 'none',
    },
    remove: { color: tokens.tones.failing.text },
    add: { color: tokens.tones.ok.text },
  };
});

function Lines(props: { readonly fix: Fix }) {
  const { text, lines } = props.fix;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  return (
    <>
      {text && (
        <span className={classes.text}>
          <MessageText text={text} />
        </span>
      )}
      {lines.map(line =>
        line.sign === '-' ? (
          <del
            key={`- ${line.text}`}
            className={`${classes.line} ${classes.remove}`}
          >
            <span className={controls.silent}>{t('doctor.remove')}</span>
            <span aria-hidden>- </span>
            {line.text}
          </del>
        ) : (
          <ins
            key={`+ ${line.text}`}
            className={`${classes.line} ${classes.add}`}
          >
            <span className={controls.silent}>{t('doctor.add')}</span>
            <span aria-hidden>+ </span>
            {line.text}
          </ins>
        ),
      )}
    </>
  );
}

/** What to change in the entity's file: lines to delete and to add, the latter to be copied. */
export function FixBlock(props: { readonly fix: DoctorEntry['fix'] }) {
  const classes = useStyles();
  const t = useTexts();
  const fix = fixLines(props.fix);
  if (fix.copy) {
    return (
      <CopyBlock text={fix.copy} label={t('doctor.copyFix')}>
        <Lines fix={fix} />
      </CopyBlock>
    );
  }
  return (
    <div className={classes.box}>
      {fix.lines.length === 0 && !fix.text ? (
        t('doctor.nothingToChange')
      ) : (
        <Lines fix={fix} />
      )}
    </div>
  );
}
