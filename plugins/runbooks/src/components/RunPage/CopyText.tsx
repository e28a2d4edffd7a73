import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Copies what somebody has written. */
export function CopyText(props: { readonly text: string }) {
  const { text } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('command.copied'));
    } catch {
      setSaid(t('command.copyFailed'));
    }
  };
  return (
    <>
      <Button className={controls.button} onClick={() => void copy()}>
        {t('run.copyText')}
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
