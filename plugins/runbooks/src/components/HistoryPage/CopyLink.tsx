import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import Button from '@material-ui/core/Button';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Copies the address of a comparison. */
export function CopyLink(props: {
  readonly from: number;
  readonly to: number;
}) {
  const { from, to } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState('');
  const query = `?from=${from}&to=${to}`;
  return (
    <Button
      className={controls.text}
      onClick={() => {
        const { origin, pathname } = window.location;
        copy(`${origin}${pathname}${query}`);
        setCopied(query);
      }}
    >
      <span aria-live="polite">
        {t(copied === query ? 'history.linkCopied' : 'history.copyLink')}
      </span>
    </Button>
  );
}
