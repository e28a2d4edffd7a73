import { toLookCommand } from './toLookCommand';

const where = { cluster: 'prod-eu', namespace: 'shop' };

function text(params: Record<string, string>): string | undefined {
  return toLookCommand({ params })
    ?.map(part => part.text)
    .join('');
}

describe('toLookCommand', () => {
  it.each([
    ['nothing known', {}, undefined],
    ['a job alone', { job: 'shop/checkout', build: '812' }, undefined],
    [
      'a commit',
      { job: 'shop/checkout', commit: '3f9d2c1' },
      'git show --stat 3f9d2c1',
    ],
    [
      'a workload',
      { ...where, kind: 'Deployment', workload: 'checkout-api' },
      'kubectl --context prod-eu -n shop describe deployment checkout-api',
    ],
    [
      'a pod',
      { ...where, pod: 'web-1' },
      'kubectl --context prod-eu -n shop describe pod web-1',
    ],
    [
      'a container',
      { ...where, pod: 'web-1', container: 'api' },
      'kubectl --context prod-eu -n shop logs web-1 -c api --previous',
    ],
    [
      'a hostile name is quoted',
      { commit: "1; rm -rf ~ '" },
      `git show --stat '1; rm -rf ~ '\\'''`,
    ],
    ['a name that is an option', { commit: '--output=/etc/x' }, undefined],
    ['a name with a line break', { commit: 'a\nrm' }, undefined],
    ['an empty name', { commit: '' }, undefined],
  ])('%s', (_name, params, expected) => {
    expect(text(params)).toBe(expected);
  });

  it('marks what was filled in', () => {
    expect(toLookCommand({ params: { commit: 'abc' } })).toEqual([
      { text: 'git show --stat ' },
      { text: 'abc', filled: true },
    ]);
  });
});
