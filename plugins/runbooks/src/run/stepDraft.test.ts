import type { RunStep, StepChange } from '@callboard/plugin-runbooks-common';
import {
  beginDraft,
  isWritten,
  problemOf,
  toChange,
  type DraftProblem,
  type StepDraft,
} from './stepDraft';

const STEP: RunStep = { n: 1, title: 'Look', state: 'open', note: 'Seen' };

function draft(change: Partial<StepDraft> = {}): StepDraft {
  return { ...beginDraft(STEP, { seen: 3 }), ...change };
}

describe('what a person writes about a step', () => {
  it('begins with what is there, and is nothing yet', () => {
    expect(draft()).toMatchObject({ note: 'Seen', evidence: '' });
    expect(isWritten(draft())).toBe(false);
    expect(isWritten(draft({ evidence: 'x' }))).toBe(true);
  });

  it.each<[string, Partial<StepDraft>, StepChange | undefined]>([
    ['nothing', {}, undefined],
    ['nothing but space around it', { note: ' Seen ' }, undefined],
    ['a note alone leaves the state', { note: ' New ' }, { note: 'New' }],
    ['a note that is taken away', { note: '' }, { note: '' }],
    ['evidence as it is', { evidence: ' x ' }, { evidence: ' x ' }],
    ['a state alone', { state: 'failed' }, { state: 'failed' }],
    [
      'everything',
      { state: 'skipped', note: 'Why', evidence: 'x' },
      { state: 'skipped', note: 'Why', evidence: 'x' },
    ],
  ])('sends only what was changed: %s', (_, change, sent) => {
    expect(toChange(draft(change))).toEqual(sent && { ...sent, seen: 3 });
  });

  it.each<[string, Partial<StepDraft>, DraftProblem | undefined]>([
    ['a note', { note: 'x' }, undefined],
    ['skipped for a reason', { state: 'skipped' }, undefined],
    ['skipped for none', { state: 'skipped', note: ' ' }, 'reason-missing'],
    ['did not help', { state: 'failed', note: '' }, undefined],
    ['64 KiB', { evidence: 'x'.repeat(65_536) }, undefined],
    ['more, in bytes', { evidence: 'ü'.repeat(32_769) }, 'too-long'],
  ])('can be sent or not: %s', (_, change, problem) => {
    expect(problemOf(draft(change))).toBe(problem);
  });
});
