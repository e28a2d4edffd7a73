import { toLookCommand } from './toLookCommand';

const where = {
  cluster: 'prod-eu',
  context: 'prod-eu',
  namespace: 'shop',
  kind: 'Deployment',
  workload: 'checkout-api',
};

function marked(code: string, params: Record<string, string>) {
  return toLookCommand({ code, params })
    ?.map(({ text, filled }) => (filled ? `[${text}]` : text))
    .join('');
}

describe('toLookCommand', () => {
  it.each([
    ['nothing known', 'build-failed', {}, undefined],
    [
      'a job alone',
      'build-failed',
      { job: 'shop/checkout', build: '812' },
      undefined,
    ],
    [
      'a commit',
      'build-failed',
      { job: 'shop/checkout', commit: '3f9d2c1' },
      'git show --stat [3f9d2c1]',
    ],
    [
      'a workload',
      'below-minimum',
      where,
      'kubectl --context [prod-eu] -n [shop] describe deployment [checkout-api]',
    ],
    [
      'a container',
      'crash-loop',
      { ...where, pod: 'web-1', container: 'api' },
      'kubectl --context [prod-eu] -n [shop] logs [web-1] -c [api] --previous',
    ],
    [
      'a hostile name is quoted',
      'build-failed',
      { commit: "1; rm -rf ~ '" },
      `git show --stat ['1; rm -rf ~ '\\''']`,
    ],
    [
      'a name that is an option',
      'build-failed',
      { commit: '--output=/etc/x' },
      undefined,
    ],
    [
      'a name with a line break',
      'build-failed',
      { commit: 'a\nrm' },
      undefined,
    ],
    ['an empty name', 'build-failed', { commit: '' }, undefined],
  ])('%s', (_name, code, params, expected) => {
    expect(marked(code, params)).toBe(expected);
  });
});
