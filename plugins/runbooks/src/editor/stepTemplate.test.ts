import { stepTemplate, type StepFields } from './stepTemplate';

const STEP: StepFields = {
  title: 'Look at the pods',
  command: '',
  minutes: '',
  expected: '',
  risk: 'none',
  riskText: '',
};

describe('stepTemplate', () => {
  it.each<[string, Partial<StepFields>, string]>([
    ['a title alone', {}, '### Look at the pods\n'],
    [
      'a command and a limit',
      { command: 'kubectl get pods\n', minutes: '5' },
      '### Look at the pods (5 min)\n\n```sh\nkubectl get pods\n```\n',
    ],
    [
      'what to expect',
      { expected: '3 Running' },
      '### Look at the pods\n\n```output\n3 Running\n```\n',
    ],
    [
      'a risk',
      { risk: 'CAUTION', riskText: 'Orders are lost.\nDrain first.' },
      '### Look at the pods\n\n> [!CAUTION]\n> Orders are lost.\n> Drain first.\n',
    ],
    [
      'a command with a fence in it',
      { command: 'cat <<E\n```\nE' },
      '### Look at the pods\n\n````sh\ncat <<E\n```\nE\n````\n',
    ],
  ])('writes %s', (_name, change, expected) => {
    expect(stepTemplate({ ...STEP, ...change })).toBe(expected);
  });
});
