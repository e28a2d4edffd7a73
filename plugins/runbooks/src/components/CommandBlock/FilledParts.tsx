import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import {
  showHiddenCharacters,
  type FilledCommand,
} from '@callboard/plugin-runbooks-common';

const useStyles = makeStyles(theme => ({
  flag: { whiteSpace: 'nowrap' },
  filled: { fontWeight: 700, textDecoration: 'underline dotted' },
  missing: { color: statusTokens(theme).tones.warning.text, fontWeight: 700 },
}));

/** `--context`: a line that ends within it would show something else. */
const FLAG = /((?<!\S)-[\w-]{1,40})/;

/** Words of a command, whose flags are not torn apart. */
function Words(props: { readonly text: string }) {
  const classes = useStyles();
  return (
    <span>
      {props.text.split(FLAG).map((piece, at) =>
        at % 2 === 1 ? (
          // What a command says stands still: a piece is its place.
          // eslint-disable-next-line react/no-array-index-key
          <span key={at} className={classes.flag}>
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </span>
  );
}

/** The words of a command, the values in it underlined. */
export function FilledParts(props: { readonly command: FilledCommand }) {
  const classes = useStyles();
  return (
    <>
      {props.command.parts.map((part, index) => {
        if (part.param === undefined) {
          return <Words key={index} text={showHiddenCharacters(part.text)} />;
        }
        return (
          <span
            key={index}
            className={part.filled ? classes.filled : classes.missing}
            title={part.param}
          >
            {part.text}
          </span>
        );
      })}
    </>
  );
}
