import { isBad, type ServiceStatus } from '@callboard/plugin-callboard-common';
import { Texts } from '../../hooks/useTexts';
import { MessageText, useMessageWords } from '../MessageText';
import { RowClasses } from './useRowStyles';

/** Why a service is not ok, and who says so. */
export function WhyCell(props: {
  readonly row: ServiceStatus;
  readonly classes: RowClasses;
  readonly t: Texts;
  readonly tabbable: boolean;
}) {
  const { row, classes, t, tabbable } = props;
  const inWords = useMessageWords();
  const off = Object.values(row.aspects).find(aspect => aspect.off);
  const calm = () => {
    if (row.status === 'none') {
      return t('board.notObserved');
    }
    return off ? inWords(off.summary) : t('board.nothingToReport');
  };
  return (
    <div
      role="gridcell"
      className={classes.cell}
      data-column={2}
      tabIndex={tabbable ? 0 : -1}
    >
      {row.why ? (
        <>
          <div className={classes.why} title={inWords(row.why)}>
            <MessageText text={row.why} />
          </div>
          <div className={classes.second}>
            {row.impact === 'delivery' && isBad(row.status) && (
              <span
                className={classes.chip}
                title={t('status.deliveryOnlyTitle')}
              >
                {t('status.deliveryOnly')}
              </span>
            )}
            {row.whySource}
          </div>
        </>
      ) : (
        <div className={classes.calm}>{calm()}</div>
      )}
    </div>
  );
}
