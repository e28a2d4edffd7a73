import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillCommand } from './fillCommand';

/** Commands that print one argument, and what stands around the value in it. */
const COMMANDS: readonly (readonly [
  command: string,
  before: string,
  after: string,
])[] = [
  ['printf %s $POD', '', ''],
  ['printf %s ${POD}', '', ''],
  ['printf %s <pod>', '', ''],
  ['printf %s {{pod}}', '', ''],
  ['printf %s "$POD"', '', ''],
  ['printf %s "<pod>"', '', ''],
  ["printf %s '<pod>'", '', ''],
  ["printf %s '{{pod}}'", '', ''],
  ['printf %s before-$POD-after', 'before-', '-after'],
  ['printf %s "it\'s $POD, \\"so\\""', "it's ", ', "so"'],
  ["printf %s 'say \"<pod>\" '\\''twice'\\'''", 'say "', "\" 'twice'"],
  ['printf %s "$(printf %s $POD)"', '', ''],
  ['printf %s "a$(printf %s "<pod>")b"', 'a', 'b'],
  ["printf %s $(printf %s x)'<pod>'", 'x', ''],
  ['true && printf %s x=$POD # about $POD and <pod>', 'x=', ''],
  ['# ask about $POD\nprintf %s <pod>', '', ''],
  ['printf %s \\\n  "$POD"', '', ''],
];

const PIECES = [
  ...'abcXYZ019._:/@-+=,% ~!#$&*()[]{}|;<>?"\'`\\^',
  '$(touch ran)',
  '`touch ran`',
  ';touch ran;',
  "';touch ran;'",
  '";touch ran;"',
  '&& touch ran',
  '|touch ran',
  '${IFS}',
  '$POD',
  '<pod>',
  '{{pod}}',
  "$'\\n'",
  '%s%n',
  '!!',
  "'\\''",
  'ä',
  '日本',
  '🔥',
];

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function hostileValue(random: (below: number) => number): string {
  return Array.from(
    { length: 1 + random(6) },
    () => PIECES[random(PIECES.length)],
  ).join('');
}

describe('values that somebody else wrote', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'runbook-values-'));
  });

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it.each(COMMANDS)(
    'arrive byte for byte and run nothing in: %s',
    (command, before, after) => {
      const random = randomNumbers(command.length);
      const filled = Array.from({ length: 12 }, () => {
        const pod = hostileValue(random);
        return { pod, ...fillCommand(command, { pod }) };
      });
      const wrong = filled
        .filter(({ refused }) => refused.length === 0)
        .map(({ pod, text }) => ({
          expected: `${before}${pod}${after}`,
          printed: execFileSync('sh', ['-c', text], {
            cwd: directory,
            encoding: 'utf8',
          }),
        }))
        .filter(({ expected, printed }) => expected !== printed);
      expect(wrong).toEqual([]);
      expect(readdirSync(directory)).toEqual([]);
      // quotes are enough for everything but flags and ways to other directories
      expect(
        filled.filter(
          ({ pod, refused }) =>
            refused.length > 0 && !/^-|(?:^|\/)\.\.?(?:\/|$)/.test(pod),
        ),
      ).toEqual([]);
    },
  );
});
