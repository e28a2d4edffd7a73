import { parseRunbook } from '@callboard/plugin-runbooks-common';

/** The steps of a text, by number. */
export function stepsOf(
  content: string,
): readonly { readonly n: number; readonly title: string }[] {
  return parseRunbook(content).steps.map(({ n, title }) => ({ n, title }));
}
