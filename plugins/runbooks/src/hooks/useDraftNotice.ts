import { useEffect, useRef } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTexts } from './useTexts';

/** Says where the text is, to who left by a way that cannot be held up: the browser's own buttons. */
export function useDraftNotice(options: {
  readonly unsaved: boolean;
  readonly title: string;
}): void {
  const alertApi = useApi(alertApiRef);
  const t = useTexts();
  const tell = useRef(() => {});
  tell.current = () => {
    if (options.unsaved) {
      alertApi.post({
        message: t('editor.leftUnsaved', { title: options.title }),
        severity: 'info',
        display: 'transient',
      });
    }
  };
  useEffect(() => () => tell.current(), []);
}
