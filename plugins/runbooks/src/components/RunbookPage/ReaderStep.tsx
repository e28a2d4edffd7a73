import { MouseEvent, ReactNode, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  statusTokens,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Runbook, Step } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { anchorId } from '../../reader/anchorId';
import { WhenNear } from '../WhenNear';
import { StepWrong } from '../StepWrong';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: '32px minmax(0, 1fr)',
      gap: '0 12px',
      padding: '12px 0',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
      breakInside: 'avoid-page',
    },
    number: {
      display: 'grid',
      placeItems: 'center',
      width: 28,
      height: 28,
      boxSizing: 'border-box',
      borderRadius: 4,
      border: `2px solid ${tokens.borderStrong}`,
      fontWeight: 700,
      color: tokens.secondary,
      textDecoration: 'none',
      '&:hover': { color: tokens.link, borderColor: tokens.link },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
    },
    title: {
      margin: 0,
      fontSize: 16,
      lineHeight: '28px',
      fontWeight: 700,
      overflowWrap: 'anywhere',
      unicodeBidi: 'plaintext',
    },
    box: {
      marginLeft: 8,
      fontSize: 12,
      fontWeight: 400,
      color: tokens.secondary,
    },
    // It has to be there, not to be looked at.
    wrong: {
      marginLeft: -8,
      fontSize: 12,
      fontWeight: 400,
      color: tokens.secondary,
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      '@media print': { display: 'none' },
    },
  };
});

/** A step as it is read. Its number is the way to it. */
export function ReaderStep(props: {
  readonly runbook: Runbook;
  readonly step: Step;
  /** Name of its heading in links; an item of a list has none. */
  readonly anchor?: string;
  /** Of a runbook that is drawn bit by bit. */
  readonly isLong: boolean;
  readonly children: ReactNode;
}) {
  const { runbook, step, anchor, isLong, children } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const [said, setSaid] = useState('');
  const n = String(step.n);
  const copyAddress = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    // Where it cannot be copied the address bar has it all the same.
    navigator.clipboard?.writeText(currentTarget.href).then(
      () => setSaid(t('reader.stepLinkCopied', { n })),
      () => {},
    );
  };
  return (
    <li className={classes.root} id={`step-${n}`}>
      <a
        className={classes.number}
        href={`#step-${n}`}
        title={t('reader.stepLink')}
        aria-label={t('reader.stepLinkOf', { n })}
        onClick={copyAddress}
      >
        {n}
      </a>
      <div>
        <h4
          id={anchor === undefined ? undefined : anchorId(anchor)}
          className={classes.title}
        >
          <span className={controls.silent}>{n}. </span>
          {step.title}
          {step.timeBoxMs !== undefined && (
            <span className={classes.box}>
              {t('reader.timeBox', {
                duration: words.duration(step.timeBoxMs),
              })}
            </span>
          )}
        </h4>
        {children}
        <div className={classes.foot}>
          <WhenNear isLong={isLong} plain={null}>
            <StepWrong
              runbookId={runbook.id}
              version={runbook.version}
              step={step.n}
              className={classes.wrong}
            />
          </WhenNear>
          <span role="status">{said}</span>
        </div>
      </div>
    </li>
  );
}
