import { useId } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { PHONE, useControlStyles } from '@callboard/plugin-callboard-react';
import type { ConflictPlace, PlaceChoice } from '../../editor/joinRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { DiffWords } from '../DiffView';
import { PlaceText } from './PlaceText';

const useStyles = makeStyles({
  root: {
    marginTop: 12,
    padding: 0,
    border: 0,
    minWidth: 0,
    '&:focus-visible': { outlineOffset: 4 },
  },
  legend: {
    padding: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 700,
  },
  three: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: 12,
    marginTop: 8,
    [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: 8 },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 },
});

/** Where it was when they and I began, what they made of it, what I made of it; and what to do. */
export function ConflictPlaceView(props: {
  readonly place: ConflictPlace;
  readonly heading: string;
  readonly when: {
    readonly before: string;
    readonly theirs: string;
    readonly mine: string;
  };
  onSettle(choice: PlaceChoice): void;
  onShow?(): void;
}) {
  const { place, heading, when, onSettle, onShow } = props;
  const { base, theirs, mine } = place;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const id = useId();
  return (
    <section
      className={classes.root}
      aria-labelledby={id}
      tabIndex={-1}
      data-conflict-place={place.id}
    >
      <h3 id={id} className={classes.legend} style={{ margin: 0 }}>
        {heading}
      </h3>
      <div className={classes.three}>
        <PlaceText title={t('conflict.before')} when={when.before}>
          {base}
        </PlaceText>
        <PlaceText title={t('conflict.theirs')} when={when.theirs}>
          <DiffWords before={base} after={theirs} />
        </PlaceText>
        <PlaceText title={t('conflict.mine')} when={when.mine}>
          <DiffWords before={base} after={mine} />
        </PlaceText>
      </div>
      <div className={classes.actions}>
        {place.kind === 'text' && (
          <Button className={controls.primary} onClick={() => onSettle('both')}>
            {t('conflict.keepBoth')}
          </Button>
        )}
        <Button className={controls.button} onClick={() => onSettle('theirs')}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button className={controls.button} onClick={() => onSettle('mine')}>
          {t('conflict.takeMine')}
        </Button>
        {place.kind === 'text' && onShow && (
          <Button className={controls.text} onClick={onShow}>
            {t('conflict.show')}
          </Button>
        )}
      </div>
    </section>
  );
}
