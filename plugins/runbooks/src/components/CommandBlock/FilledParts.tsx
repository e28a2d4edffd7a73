import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';
import {
  showHiddenCharacters,
  type FilledCommand,
} from '@callboard/plugin-runbooks-common';

const useStyles = makeStyles(theme => ({
  filled: { fontWeight: 700, textDecoration: 'underline dotted' },
  missing: { color: statusTokens(theme).tones.warning.text, fontWeight: 700 },
}));

/** The words of a command, the values in it underlined. */
export function FilledParts(props: { readonly command: FilledCommand }) {
  const classes = useStyles();
  return (
    <>
      {props.command.parts.map((part, index) => {
        if (part.param === undefined) {
          return <span key={index}>{showHiddenCharacters(part.text)}</span>;
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
