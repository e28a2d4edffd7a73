import type { Texts } from '../../hooks/useTexts';

const KEYS = [
  { id: 'steps', keys: ['J', 'K'] },
  { id: 'done', keys: ['D'] },
  { id: 'skip', keys: ['S'] },
  { id: 'failed', keys: ['N'] },
  { id: 'notApplicable', keys: ['A'] },
  { id: 'open', keys: ['O'] },
  { id: 'note', keys: ['E'] },
  { id: 'copy', keys: ['C'] },
  { id: 'save', keys: ['Ctrl+Enter'] },
  { id: 'finish', keys: ['F'] },
  { id: 'help', keys: ['?'] },
  { id: 'escape', keys: ['Esc'] },
] as const;

/** The keys of run mode, and what they do. */
export function runKeysHelp(t: Texts) {
  return KEYS.map(({ id, keys }) => ({ keys, what: t(`run.key.${id}`) }));
}
