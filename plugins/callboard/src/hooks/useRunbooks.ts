import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApiHolder, useRouteRef } from '@backstage/core-plugin-api';
import type { Aspect } from '@callboard/plugin-callboard-common';
import {
  callboardRunbooksApiRef,
  type RunbookChoice,
  type RunbookQuestion,
} from '../api/callboardRunbooksApiRef';
import { runbooksRouteRef } from '../routes';
import { newRunbookPath, runbookPath } from '../runbooks/runbookPaths';
import {
  questionKey,
  runbookQuestion,
  type AskedFinding,
} from '../runbooks/runbookQuestion';

/** What is wrong with runbooks themselves. */
const RUNBOOKS: Aspect = 'runbooks';

/** The most that is asked at once; more kinds of findings no page shows. */
const QUESTIONS_MAX_COUNT = 200;

/** The runbook of a finding, or where to write one. */
export type RunbookOfFinding =
  | { readonly type: 'own'; readonly title: string; readonly to: string }
  | { readonly type: 'external'; readonly title: string; readonly url: string }
  | { readonly type: 'none'; readonly write: string };

/** Finds the runbook of a finding; nothing while it is asked for, and where there are no runbooks. */
export type RunbookOf = (asked: AskedFinding) => RunbookOfFinding | undefined;

type Choices = ReadonlyMap<string, RunbookChoice | null>;

/**
 * Which runbooks fit the findings of a service, asked once for all of them. Whatever goes wrong with
 * it takes nothing away from the page.
 */
export function useRunbooks(
  entityRef: string | undefined,
  asked: readonly AskedFinding[],
): RunbookOf {
  const api = useApiHolder().get(callboardRunbooksApiRef);
  const root = useRouteRef(runbooksRouteRef)?.();
  const [found, setFound] = useState<{ key: string; choices: Choices }>();
  // As text, so that a page that is as before is not a new question.
  const key = useMemo(
    () => JSON.stringify([entityRef, questionsOf(asked)]),
    [entityRef, asked],
  );

  useEffect(() => {
    const [ref, questions]: [string | undefined, RunbookQuestion[]] =
      JSON.parse(key);
    if (!api || root === undefined || !ref || questions.length === 0) {
      return undefined;
    }
    const left = new AbortController();
    api.choose(ref, questions, { signal: left.signal }).then(
      choices => {
        if (choices && !left.signal.aborted) {
          setFound({ key, choices: toChoices(questions, choices) });
        }
      },
      // Without runbooks the page is what it was before there were any.
      () => {},
    );
    return () => left.abort();
  }, [api, root, key]);

  return useCallback(
    one => {
      if (root === undefined || !entityRef) {
        return undefined;
      }
      if (one.aspect === RUNBOOKS && one.finding.code === 'no-runbook') {
        return { type: 'none', write: newRunbookPath(root, { entityRef }) };
      }
      const choice =
        found?.key === key &&
        found.choices.get(questionKey(runbookQuestion(one)));
      const place = { ...one, entityRef };
      if (!choice && choice !== null) {
        return undefined;
      }
      if (choice === null) {
        return { type: 'none', write: newRunbookPath(root, place) };
      }
      return 'id' in choice
        ? {
            type: 'own',
            title: choice.title,
            to: runbookPath(root, choice.id, place),
          }
        : { type: 'external', title: choice.title, url: choice.url };
    },
    [entityRef, found, key, root],
  );
}

/** Each kind of finding once. A finding about runbooks has no runbook. */
function questionsOf(asked: readonly AskedFinding[]): RunbookQuestion[] {
  const questions = asked
    .filter(
      ({ aspect, finding }) => aspect !== RUNBOOKS && finding.status !== 'note',
    )
    .map(runbookQuestion);
  return [
    ...new Map(
      questions.map(question => [questionKey(question), question]),
    ).values(),
  ].slice(0, QUESTIONS_MAX_COUNT);
}

function toChoices(
  questions: readonly RunbookQuestion[],
  choices: readonly (RunbookChoice | null)[],
): Choices {
  return new Map(
    questions.map((question, index) => [
      questionKey(question),
      choices[index] ?? null,
    ]),
  );
}
