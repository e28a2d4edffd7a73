import type { Aspect } from '@callboard/plugin-callboard-common';
import { useService } from '../../hooks/useService';
import { useTexts } from '../../hooks/useTexts';
import { WhyDialog } from '../WhyDialog';
import { WhyContent } from './WhyContent';

/**
 * Why an aspect of a service has its status: the rule in words, its threshold, its inputs, their
 * age, and what would clear it.
 */
export function WhyPopover(props: {
  /** What was asked about; null keeps it closed. */
  readonly anchorEl: Element | null;
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly onClose: () => void;
}) {
  const { anchorEl, entityRef, aspect, onClose } = props;
  const t = useTexts();
  const open = anchorEl !== null;
  const { data, error, refresh } = useService(open ? entityRef : undefined);

  const known = data?.aspects[aspect];
  const name = t(`status.aspect.${aspect}`);
  const green = known?.status === 'ok' && !known.off;
  const title =
    data && !known
      ? t('why.titleNone', { aspect: name })
      : t(green ? 'why.titleGreen' : 'why.title', { aspect: name });
  return (
    <WhyDialog
      anchorEl={anchorEl}
      status={known?.off ? 'off' : known?.status ?? 'none'}
      stale={known?.stale}
      title={title}
      onClose={onClose}
    >
      <WhyContent
        service={data}
        error={error}
        aspect={aspect}
        onRetry={refresh}
      />
    </WhyDialog>
  );
}
