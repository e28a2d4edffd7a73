import type { RunStep, StepChange } from '@callboard/plugin-runbooks-common';
import { judgeChange, type StepJudgement } from './judgeChange';

const MIRA = 'user:default/mira';
const TOM = 'user:default/tom';

const OPEN: RunStep = { n: 1, title: 'Look', state: 'open' };
const DONE: RunStep = { ...OPEN, state: 'done', by: TOM, note: 'Seen' };

const NOTHING: StepJudgement = {
  setsState: false,
  takes: false,
  setsText: false,
};
const SETS_STATE = { ...NOTHING, setsState: true };
const SETS_TEXT = { ...NOTHING, setsText: true };

/** Tom set the state at revision 5 and wrote the text at revision 3. */
function judged(step: RunStep, change: StepChange) {
  return judgeChange(
    { step, stateRevision: 5, textRevision: 3 },
    { change, by: MIRA },
  );
}

describe('what a change does to a step', () => {
  it.each<[string, RunStep, StepChange, StepJudgement]>([
    ['it is done', OPEN, { state: 'done' }, SETS_STATE],
    ['Tom did it already', DONE, { state: 'done' }, NOTHING],
    ['a note alone leaves the state as it is', OPEN, { note: 'x' }, SETS_TEXT],
    ['the note is there already', DONE, { note: 'Seen' }, NOTHING],
    ['the note is taken away', DONE, { note: '' }, SETS_TEXT],
    ['no evidence, where there is none', OPEN, { evidence: '' }, NOTHING],
    ['evidence', DONE, { evidence: 'x' }, SETS_TEXT],
    ['Mira is on it', OPEN, { state: 'open' }, { ...NOTHING, takes: true }],
    ['she was already', { ...OPEN, by: MIRA }, { state: 'open' }, NOTHING],
    [
      'she takes over',
      { ...OPEN, by: TOM },
      { state: 'open' },
      { ...NOTHING, takes: true },
    ],
    ['it is opened again', DONE, { state: 'open' }, SETS_STATE],
  ])('%s', (_, step, change, judgement) => {
    expect(judged(step, change)).toEqual(judgement);
  });

  it.each<[string, StepChange, StepJudgement['overtaken']]>([
    ['seen as it is', { state: 'skipped', seen: 5 }, undefined],
    ['another state since', { state: 'skipped', seen: 4 }, 'state'],
    ['opened again without knowing', { state: 'open', seen: 4 }, 'state'],
    ['the same state since', { state: 'done', seen: 1 }, undefined],
    ['a note, and another state since', { note: 'x', seen: 4 }, undefined],
    ['a note, and another note since', { note: 'x', seen: 2 }, 'text'],
    ['the same note since', { note: 'Seen', seen: 2 }, undefined],
    [
      'a note to a state that is there, and another note since',
      { state: 'done', note: 'x', seen: 2 },
      'text',
    ],
    ['whatever there is', { state: 'skipped', note: 'x' }, undefined],
  ])('does not replace what nobody saw: %s', (_, change, overtaken) => {
    expect(judged(DONE, change).overtaken).toBe(overtaken);
  });
});
