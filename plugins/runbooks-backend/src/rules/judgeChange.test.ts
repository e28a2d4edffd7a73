import type { RunStep, StepChange } from '@callboard/plugin-runbooks-common';
import { judgeChange, type KnownStep, type StepJudgement } from './judgeChange';

const MIRA = 'user:default/mira';
const TOM = 'user:default/tom';

const OPEN: RunStep = { n: 1, title: 'Look', state: 'open' };
const DONE: RunStep = {
  ...OPEN,
  state: 'done',
  by: TOM,
  note: 'Seen',
  textBy: TOM,
};

const NOTHING: StepJudgement = {
  setsState: false,
  takes: false,
  setsText: false,
};
const SETS_STATE = { ...NOTHING, setsState: true };
const SETS_TEXT = { ...NOTHING, setsText: true };

/** Its state was set at revision 5, its text written at 3, and somebody went to it at 6. */
function knownOf(step: RunStep): KnownStep {
  return { step, stateRevision: 5, textRevision: 3, takenRevision: 6 };
}

function judged(step: RunStep, change: StepChange) {
  return judgeChange(knownOf(step), { change, by: MIRA });
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
    [
      'changes of one’s own, and then those of another',
      { state: 'skipped', note: 'x', seen: 1, own: { state: 9, text: 9 } },
      'state',
    ],
  ])('does not replace what nobody saw: %s', (_, change, overtaken) => {
    expect(judged(DONE, change).overtaken).toBe(overtaken);
  });

  it.each<[string, StepChange, StepJudgement['overtaken']]>([
    [
      'what follows one’s own state',
      { state: 'skipped', seen: 1, own: { state: 5 } },
      undefined,
    ],
    [
      'one’s own state of another window, later',
      { state: 'skipped', seen: 1, own: { state: 4 } },
      'state',
    ],
    [
      'one’s own state of another window, beside one’s own text of this',
      { state: 'skipped', seen: 1, own: { text: 9 } },
      'state',
    ],
    [
      'what follows one’s own text',
      { note: 'x', seen: 1, own: { text: 3 } },
      undefined,
    ],
    [
      'one’s own text of another window',
      { note: 'x', seen: 1, own: { state: 9 } },
      'text',
    ],
  ])('knows what one did oneself: %s', (_, change, overtaken) => {
    const step = { ...DONE, by: MIRA, textBy: MIRA };
    expect(judged(step, change).overtaken).toBe(overtaken);
  });

  it.each<[string, StepChange, StepJudgement['overtaken']]>([
    ['one saw that Tom is on it', { state: 'open', seen: 6 }, undefined],
    ['Tom went to it since', { state: 'open', seen: 5 }, 'state'],
    ['it was done, whoever is on it', { state: 'done', seen: 5 }, undefined],
    ['it was opened again since', { state: 'done', seen: 4 }, 'state'],
  ])('takes a step from nobody without knowing: %s', (_, change, overtaken) => {
    expect(judged({ ...OPEN, by: TOM }, change).overtaken).toBe(overtaken);
  });
});
