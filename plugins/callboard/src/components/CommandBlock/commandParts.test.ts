import { fill, isSafe, markFilled, splitFlags } from './commandParts';

describe('fill', () => {
  it.each([
    ['a plain name', 'checkout-api', 'checkout-api'],
    ['a selector', 'app=checkout,tier=web', 'app=checkout,tier=web'],
    ['a set selector', 'app in (a, b)', `'app in (a, b)'`],
    ['a second command', `1; rm -rf ~ '`, `'1; rm -rf ~ '\\'''`],
  ])('quotes where a shell needs it: %s', (_name, value, expected) => {
    expect(fill(value)).toEqual({ text: expected, filled: true });
  });
});

describe('isSafe', () => {
  it.each([
    ['nothing', undefined, false],
    ['an empty name', '', false],
    ['an option', '--all', false],
    ['a line break', 'a\nb', false],
    ['a name', 'web-1', true],
  ])('%s', (_name, value, expected) => {
    expect(isSafe(value)).toBe(expected);
  });
});

describe('markFilled', () => {
  const marked = (command: string, values: readonly string[]) =>
    markFilled(command, values)
      .map(({ text, filled }) => (filled ? `[${text}]` : text))
      .join('');

  it.each([
    [
      'whole words',
      'kubectl --context prod-eu -n shop logs shop-7d9f -c api',
      ['prod-eu', 'shop', 'shop-7d9f', 'api'],
      'kubectl --context [prod-eu] -n [shop] logs [shop-7d9f] -c [api]',
    ],
    [
      'behind a kind and an option',
      'kubectl -n shop rollout status deployment/web --context=eu',
      ['web', 'eu'],
      'kubectl -n shop rollout status deployment/[web] --context=[eu]',
    ],
    [
      'what had to be quoted',
      `kubectl get pods -l 'app in (a, b)'`,
      ['app in (a, b)'],
      `kubectl get pods -l ['app in (a, b)']`,
    ],
    ['nothing known', 'git status', [], 'git status'],
  ])('%s', (_name, command, values, expected) => {
    expect(marked(command, values)).toBe(expected);
  });
});

describe('splitFlags', () => {
  const marked = (text: string) =>
    splitFlags(text)
      .map(part => (part.isFlag ? `[${part.text}]` : part.text))
      .join('');

  it.each([
    ['short and long ones', ' -c api --previous', ' [-c] api [--previous]'],
    ['one with a value', 'get pods --context=eu', 'get pods [--context]=eu'],
    ['one behind what was filled in', ' --previous', ' [--previous]'],
    ['no hyphen within a name', 'logs web-1 -n a', 'logs web-1 [-n] a'],
    ['none', 'git status', 'git status'],
  ])('%s', (_name, text, expected) => {
    expect(marked(text)).toBe(expected);
  });
});
