import { makeStyles } from '@material-ui/core/styles';
import type { SourceHealth } from '@callboard/plugin-callboard-common';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { joinSentences } from '../../text/joinSentences';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';
import { SOURCE_TONES } from './sourceTones';
import { useSourceWords } from './useSourceWords';

const useStyles = makeStyles(theme => ({
  more: {
    maxWidth: 640,
    marginTop: 1,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    overflowWrap: 'anywhere',
  },
}));

/** How a source is, in words, with the next step. */
export function SourceHealthWords(props: { readonly source: SourceHealth }) {
  const { source } = props;
  const classes = useStyles();
  const { state, sentences } = useSourceWords(source);
  return (
    <>
      <StatusWord status={SOURCE_TONES[source.state]}>{state}</StatusWord>
      {sentences && (
        <div className={classes.more}>
          <MessageText text={sentences} />
        </div>
      )}
      {source.findings.map(finding => (
        <div key={finding.code} className={classes.more}>
          <MessageText text={joinSentences(finding.message, finding.hint)} />
        </div>
      ))}
    </>
  );
}
