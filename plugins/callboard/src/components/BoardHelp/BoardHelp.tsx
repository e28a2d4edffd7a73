import { KeysDialog } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const KEYS = [
  { id: 'search', keys: ['/'] },
  { id: 'rows', keys: ['J', 'K', '↓', '↑'] },
  { id: 'cells', keys: ['←', '→'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'why', keys: ['W'] },
  { id: 'group', keys: ['G'] },
  { id: 'help', keys: ['?'] },
  { id: 'escape', keys: ['Esc'] },
] as const;

/** The list of the keys of the board. */
export function BoardHelp(props: { onClose(): void }) {
  const t = useTexts();
  return (
    <KeysDialog
      title={t('board.helpTitle')}
      keys={KEYS.map(({ id, keys }) => ({ keys, what: t(`board.key.${id}`) }))}
      onClose={props.onClose}
    />
  );
}
