import {
  TimeWords,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { Texts, useTexts } from '../../hooks/useTexts';
import { useMessageWords } from '../MessageText';
import { runKind } from '../PipelineRuns';
import type { TimelineRow } from './timelineRows';

/** A row of the timeline in words. */
export interface RowWords {
  /** When, with the day where it was not today. */
  readonly time: string;
  /** What happened. */
  readonly text: string;
  /** The reason, or what it was about. */
  readonly more?: string;
  /** The few words that fit beside an icon. */
  readonly short: string;
}

type WordsOf = Omit<RowWords, 'time'>;

function changeWords(
  t: Texts,
  change: { readonly title: string; readonly actor?: string },
): string {
  const { title, actor } = change;
  return actor ? t('timeline.by', { title, actor }) : title;
}

function runWords(
  t: Texts,
  row: Extract<TimelineRow, { type: 'run' }>,
): WordsOf {
  const { run, job, change } = row;
  return {
    text: t('timeline.run', {
      job,
      number: String(run.number),
      result: t(`runs.result.${runKind(run)}`),
    }),
    more: change ? changeWords(t, change) : run.cause,
    short: `#${run.number}`,
  };
}

function transitionWords(options: {
  t: Texts;
  words: TimeWords;
  sentence: (text: string) => string;
  now: number;
  row: Extract<TimelineRow, { type: 'transition' }>;
}): WordsOf {
  const { t, words, sentence, now, row } = options;
  const { aspect, from, to, message, flappingSince } = row.transition;
  const change = {
    from: t(`status.word.${from}`),
    to: t(`timeline.to.${to}`),
  };
  const became = aspect
    ? t('timeline.aspectBecame', {
        aspect: t(`status.aspect.${aspect}`),
        ...change,
      })
    : t('timeline.became', change);
  const text = flappingSince
    ? t('timeline.flapping', {
        what: became,
        time: words.short(Date.parse(flappingSince), now),
      })
    : became;
  return {
    text: message ? `${text}:` : text,
    more: message ? sentence(message) : undefined,
    short: t(`status.word.${to}`),
  };
}

/** Puts rows of the timeline into words. */
export function useRowWords(): (row: TimelineRow) => RowWords {
  const t = useTexts();
  const words = useTimeWords();
  const sentence = useMessageWords();
  const now = useNow();

  const timeOf = (at: number) => {
    const short = words.short(at, now);
    const time = words.time(at);
    return short.endsWith(time) ? short : `${short} ${time}`;
  };

  return row => {
    const time = timeOf(row.at);
    switch (row.type) {
      case 'run':
        return { time, ...runWords(t, row) };
      case 'change': {
        const text = changeWords(t, row.change);
        return { time, text, short: text };
      }
      default:
        return { time, ...transitionWords({ t, words, sentence, now, row }) };
    }
  };
}
