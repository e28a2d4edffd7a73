import Button from '@material-ui/core/Button';
import { Counts } from '@callboard/plugin-callboard-common';
import {
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { BoardView } from '../../board/boardView';
import { useTexts } from '../../hooks/useTexts';

/** Nothing is failing, and how many are unknown in the same breath. */
export function NothingFailing(props: {
  readonly counts: Counts;
  onChange(view: Partial<BoardView>): void;
}) {
  const { counts, onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  return (
    <StatePanel
      flat
      icon={{ status: 'ok' }}
      title={t('board.nothingFailingTitle')}
      actions={
        counts.unknown > 0 && (
          <Button
            className={controls.button}
            onClick={() => onChange({ status: ['unknown'] })}
          >
            {t('board.seeUnknown', { number: String(counts.unknown) })}
          </Button>
        )
      }
    >
      {t('board.nothingFailingText', {
        count: counts.ok,
        warning: String(counts.warning),
      })}{' '}
      {counts.unknown > 0 && (
        <b>{t('board.nothingFailingUnknown', { count: counts.unknown })}</b>
      )}
    </StatePanel>
  );
}
