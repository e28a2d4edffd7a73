import Button from '@material-ui/core/Button';
import useAsync from 'react-use/esm/useAsync';
import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  entityName,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { BoardView } from '../../board/boardView';
import { useTexts } from '../../hooks/useTexts';

/** The viewer owns no service; which groups were looked at. */
export function NothingOfYours(props: {
  onChange(view: Partial<BoardView>): void;
}) {
  const { onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const identity = useApi(identityApiRef);
  const { value } = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const groups = (value?.ownershipEntityRefs ?? [])
    .filter(ref => parseEntityRef(ref).kind === 'group')
    .map(entityName);
  return (
    <StatePanel
      flat
      icon={{ glyph: 'ownership' }}
      title={t('board.nothingOfYoursTitle')}
      actions={
        <Button
          className={controls.button}
          onClick={() => onChange({ owner: [] })}
        >
          {t('board.showAll')}
        </Button>
      }
    >
      {value &&
        (groups.length > 0
          ? t('board.nothingOfYoursText', { groups: groups.join(', ') })
          : t('board.nothingOfYoursNoGroups'))}
    </StatePanel>
  );
}
