import { ReactNode } from 'react';
import { StatePanel } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Says what a runbook is for, and how the first one comes to be. */
export function NoneAtAll(props: {
  /** The ways to the first one; absent where the viewer may not take them. */
  readonly actions?: ReactNode;
  readonly mayRead: boolean;
}) {
  const { actions, mayRead } = props;
  const t = useTexts();
  if (!mayRead) {
    return (
      <StatePanel
        icon={{ glyph: 'ownership' }}
        title={t('list.hiddenTitle')}
        actions={actions}
      >
        {t('list.hiddenText')}
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={{ glyph: 'runbooks' }}
      title={t('list.noneTitle')}
      actions={actions}
    >
      <p>{t('list.noneText')}</p>
      {!actions && <p>{t('list.noneForbidden')}</p>}
    </StatePanel>
  );
}
