import { useEffect, useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  PHONE,
  StatusIcon,
  statusTokens,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Conflict } from '../../editor/editorState';
import type { ConflictPlace, PlaceChoice } from '../../editor/joinRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import { DiffView } from '../DiffView';
import { ConflictPlaceView } from './ConflictPlaceView';

/** More at once would push the text that is edited out of sight. */
const SHOWN_PLACES_COUNT = 3;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const { tint, line } = tokens.tones.warning;
  return {
    root: {
      padding: '12px 16px',
      border: `1px solid ${line}`,
      borderRadius: 4,
      background: tint,
      color: theme.palette.text.primary,
      fontSize: 14,
      lineHeight: '20px',
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 10,
      [PHONE]: { flexWrap: 'wrap' },
    },
    words: { flex: '1 1 220px', minWidth: 0 },
    title: { margin: 0, fontSize: 16, lineHeight: '22px', fontWeight: 700 },
    text: { margin: 0 },
    more: { margin: '12px 0 0' },
    all: {
      marginTop: 12,
      maxHeight: 420,
      overflow: 'auto',
      borderRadius: 4,
      border: `1px solid ${tokens.border}`,
      background: theme.palette.background.paper,
    },
  };
});

/** Somebody else saved first: what differs, side by side, until every place is decided on. */
export function ConflictView(props: {
  readonly conflict: Conflict;
  /** The text as it is in the editor now. */
  readonly mine: string;
  onSettle(place: ConflictPlace, choice: PlaceChoice): void;
  /** Shows a place in the editor. */
  onShow(place: ConflictPlace): void;
}) {
  const { conflict, mine, onSettle, onShow } = props;
  const { theirs, baseVersion, open, placesCount, takenCount } = conflict;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const [comparing, setComparing] = useState(false);
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const lastOpen = useRef(open.length);
  useEffect(() => {
    // Who works by keyboard goes on at the next place, not at the top of the page.
    if (open.length < lastOpen.current && open.length > 0) {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) {
        root.current
          ?.querySelector<HTMLElement>('[data-conflict-place]')
          ?.focus();
      }
    }
    lastOpen.current = open.length;
  }, [open]);

  const person = personName(theirs.updatedBy);
  const joined =
    takenCount > 0 ? t('conflict.joined', { count: takenCount }) : '';
  const differs =
    open.length > 0
      ? t('conflict.differs', { count: open.length })
      : t(placesCount > 0 ? 'conflict.settled' : 'conflict.noPlace');
  const when = {
    before: t('conflict.version', { version: String(baseVersion) }),
    theirs: t('conflict.versionBy', {
      version: String(theirs.version),
      person,
      time: words.short(Date.parse(theirs.updatedAt), now),
    }),
    mine: t('conflict.notSaved'),
  };
  return (
    <section ref={root} className={classes.root} aria-labelledby={id}>
      <div className={classes.head}>
        <StatusIcon status="warning" size={20} />
        <div className={classes.words} role="alert">
          <h2 id={id} className={classes.title}>
            {t('conflict.title', {
              person,
              version: String(theirs.version),
              base: String(baseVersion),
            })}
          </h2>
          <p className={classes.text}>
            {[t('conflict.nothingLost'), differs, joined]
              .filter(Boolean)
              .join(' ')}
          </p>
        </div>
        <Button
          className={controls.text}
          aria-expanded={comparing}
          onClick={() => setComparing(!comparing)}
        >
          {t(comparing ? 'conflict.compareClose' : 'conflict.compare')}
        </Button>
      </div>
      {comparing && (
        <div className={classes.all}>
          <DiffView before={theirs.content} after={mine} />
        </div>
      )}
      {open.slice(0, SHOWN_PLACES_COUNT).map((place, i) => (
        <ConflictPlaceView
          key={place.id}
          place={place}
          heading={
            place.kind === 'field'
              ? t(`editor.field.${place.field}`)
              : t('conflict.place', {
                  number: String(placesCount - open.length + i + 1),
                  total: String(placesCount),
                })
          }
          when={when}
          onSettle={choice => onSettle(place, choice)}
          onShow={() => onShow(place)}
        />
      ))}
      {open.length > SHOWN_PLACES_COUNT && (
        <p className={classes.more}>
          {t('conflict.more', { count: open.length - SHOWN_PLACES_COUNT })}
        </p>
      )}
    </section>
  );
}
