import { useState } from 'react';
import type { Matcher } from '@callboard/plugin-runbooks-common';
import { matcherKey } from '../../editor/editedRunbook';
import { useMatcherSuggestions } from '../../hooks/useMatcherSuggestions';
import { useMatcherWords } from '../../hooks/useMatcherWords';
import { useTexts } from '../../hooks/useTexts';
import { ChipsField } from './ChipsField';
import { useFieldStyles } from './useFieldStyles';

const KINDS = ['code', 'alertname', 'aspect', 'runbookUrl'] as const;

/** What a runbook is for: the findings and alerts that lead to it. */
export function MatchersField(props: {
  readonly entityRef: string;
  readonly matches: readonly Matcher[];
  onChange(matches: readonly Matcher[]): void;
}) {
  const { entityRef, matches, onChange } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const wordsOf = useMatcherWords();
  const suggestions = useMatcherSuggestions(entityRef);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('code');
  return (
    <ChipsField
      label={t('editor.field.matches')}
      entryLabel={t('editor.matcherValue')}
      chips={matches.map(wordsOf)}
      suggestions={suggestions[kind]}
      commas={kind !== 'runbookUrl'}
      before={
        <select
          className={classes.select}
          value={kind}
          aria-label={t('editor.matcherKind')}
          onChange={event =>
            setKind(KINDS.find(one => one === event.target.value) ?? 'code')
          }
        >
          {KINDS.map(one => (
            <option key={one} value={one}>
              {t(`editor.matcherKinds.${one}`)}
            </option>
          ))}
        </select>
      }
      onAdd={value => {
        const matcher: Matcher = { [kind]: value };
        const isThere = matches.some(
          one => matcherKey(one) === matcherKey(matcher),
        );
        if (!isThere) {
          onChange([...matches, matcher]);
        }
      }}
      onRemove={index => onChange(matches.filter((_, i) => i !== index))}
    />
  );
}
