import { Texts } from '../hooks/useTexts';
import { boardMessages } from '../translation/board';

type GroupKey = keyof typeof boardMessages.finding.group;
type GroupCode = GroupKey extends `${infer Code}_${'one' | 'other'}`
  ? Code
  : never;

function isKnown(code: string): code is GroupCode {
  return `${code}_other` in boardMessages.finding.group;
}

/** What services with the same finding have in common, as a sentence. */
export function groupSentence(options: {
  readonly code: string;
  readonly count: number;
  readonly t: Texts;
}): string {
  const { code, count, t } = options;
  return t(`finding.group.${isKnown(code) ? code : 'other'}`, { count });
}
