import { aFinding } from '../../__testUtils__/builders';
import { findingPlace } from './findingPlace';

describe('findingPlace', () => {
  const place = (
    params: Record<string, string>,
    from: { source?: string; subject?: string },
  ) =>
    findingPlace({
      finding: aFinding({ params }),
      aspect: 'kubernetes',
      ...from,
    });

  it.each([
    [
      'a workload',
      { namespace: 'shop', kind: 'Deployment', workload: 'web' },
      { source: 'kubernetes/eu', subject: 'app=web' },
      'kubernetes/eu, shop, Deployment web',
    ],
    [
      'a job',
      { job: 'shop/web' },
      { source: 'jenkins/main', subject: 'shop/web' },
      'jenkins/main, shop/web',
    ],
    ['nothing known', {}, {}, undefined],
  ])('%s', (_name, params, from, expected) => {
    expect(place(params, from)).toBe(expected);
  });
});
