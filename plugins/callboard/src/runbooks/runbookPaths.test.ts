import { aFinding } from '../__testUtils__/builders';
import { newRunbookPath, runbookPath } from './runbookPaths';

const asked = {
  entityRef: 'component:default/checkout-api',
  aspect: 'kubernetes',
  finding: aFinding({
    code: 'crash-loop',
    params: { cluster: 'prod-eu', namespace: 'shop', pod: 'a b;c' },
  }),
};

function queryOf(path: string): Record<string, string> {
  return Object.fromEntries(new URL(path, 'https://portal').searchParams);
}

describe('runbookPath', () => {
  it('tells the service, the finding and its values', () => {
    const path = runbookPath('/runbooks', 'a/b', asked);
    expect(path).toMatch(/^\/runbooks\/a%2Fb\?/);
    expect(queryOf(path)).toEqual({
      entityRef: 'component:default/checkout-api',
      aspect: 'kubernetes',
      code: 'crash-loop',
      status: 'failing',
      since: asked.finding.since,
      'p.cluster': 'prod-eu',
      'p.namespace': 'shop',
      'p.pod': 'a b;c',
      fingerprint: asked.finding.fingerprint,
      message: asked.finding.message,
    });
  });

  it('leaves out what is too long for an address', () => {
    const finding = aFinding({
      params: { job: 'shop', log: 'x'.repeat(9_000) },
    });
    const query = queryOf(runbookPath('/runbooks', '1', { ...asked, finding }));
    expect(query).toMatchObject({ 'p.job': 'shop' });
    expect(query).not.toHaveProperty(['p.log']);
  });
});

describe('newRunbookPath', () => {
  it('tells what the runbook is for', () => {
    const finding = aFinding({
      code: 'alert',
      params: { alertname: 'KubePodCrashLooping', runbook_url: 'https://r/1' },
    });
    expect(queryOf(newRunbookPath('/runbooks', { ...asked, finding }))).toEqual(
      {
        entityRef: 'component:default/checkout-api',
        aspect: 'kubernetes',
        code: 'alert',
        alertname: 'KubePodCrashLooping',
        runbookUrl: 'https://r/1',
      },
    );
    expect(newRunbookPath('/runbooks', { entityRef: 'a:b/c' })).toBe(
      '/runbooks/new?entityRef=a%3Ab%2Fc',
    );
  });
});
