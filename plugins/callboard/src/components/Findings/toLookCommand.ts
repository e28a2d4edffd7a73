import type { Finding } from '@callboard/plugin-callboard-common';
import { kubectlFor } from '@callboard/plugin-callboard-common';
import { CommandPart, fill, isSafe, markFilled } from '../CommandBlock';

/**
 * A command that looks closer at a finding and changes nothing, made from its params; undefined
 * where they give none.
 */
export function toLookCommand(
  finding: Pick<Finding, 'code' | 'params'>,
): CommandPart[] | undefined {
  const { params } = finding;
  const kubectl = kubectlFor(finding);
  if (kubectl) {
    return markFilled(kubectl, Object.values(params));
  }
  return isSafe(params.commit)
    ? [{ text: 'git show --stat ' }, fill(params.commit)]
    : undefined;
}
