import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { SourceHealth } from '@callboard/plugin-callboard-common';
import {
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { firstLook, troubledSources } from '../../board/sourceStrips';
import { useTexts } from '../../hooks/useTexts';
import { sourcesRouteRef } from '../../routes';
import { SourceStrip } from './SourceStrip';

/** More strips than this would push the rows off the screen. */
const STRIPS_MAX_COUNT = 4;

/** One strip a source in trouble, and how far the first look is. */
export function SourceStrips(props: {
  readonly sources: readonly SourceHealth[];
}) {
  const { sources } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const sourcesPath = useRouteRef(sourcesRouteRef);
  const troubled = troubledSources(sources);
  const look = firstLook(sources);
  const hidden = troubled.length - STRIPS_MAX_COUNT;
  const toSources = (
    <Link className={controls.link} to={sourcesPath()}>
      {t('board.sourcesLink')}
    </Link>
  );
  return (
    <Strips>
      {look && (
        <Strip tone="activity" action={toSources}>
          <b>
            {t('board.firstLook', {
              answered: String(look.answered),
              total: String(look.total),
            })}
          </b>{' '}
          {look.waiting > 0 &&
            t('board.firstLookText', { count: look.waiting })}
        </Strip>
      )}
      {troubled.slice(0, STRIPS_MAX_COUNT).map(source => (
        <SourceStrip key={source.source} source={source} />
      ))}
      {hidden > 0 && (
        <Strip tone="warning" action={toSources}>
          {t('board.moreStrips', { count: hidden })}
        </Strip>
      )}
    </Strips>
  );
}
