import Button from '@material-ui/core/Button';
import {
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Asks before written words are thrown away; in the place of the buttons of their form. */
export function DiscardQuestion(props: { onKeep(): void; onDiscard(): void }) {
  const { onKeep, onDiscard } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLButtonElement>();
  return (
    <>
      <span role="alert">{t('run.discardAsk')}</span>
      <Button
        ref={first}
        focusRipple={false}
        className={controls.button}
        onClick={onKeep}
      >
        {t('run.goOnWriting')}
      </Button>
      <Button className={controls.text} onClick={onDiscard}>
        {t('run.discard')}
      </Button>
    </>
  );
}
