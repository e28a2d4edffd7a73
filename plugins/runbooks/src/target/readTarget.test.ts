import { findingSnapshotSchema } from '@callboard/plugin-runbooks-common';
import { readTarget, toTargetQuery } from './readTarget';

const read = (query: string) => readTarget(new URLSearchParams(query));

describe('readTarget', () => {
  it('reads the service, the finding and its values', () => {
    const target = read(
      '?entityRef=component%3Adefault%2Fcheckout&aspect=kubernetes&code=crash-loop&status=failing&since=2026-11-26T01%3A00%3A00.000Z&p.cluster=prod-eu&p.pod=a+b%3Bc&fingerprint=f&message=It+crashes',
    );
    const params = { cluster: 'prod-eu', pod: 'a b;c' };
    expect(target).toEqual({
      entityRef: 'component:default/checkout',
      params,
      finding: {
        aspect: 'kubernetes',
        code: 'crash-loop',
        status: 'failing',
        since: '2026-11-26T01:00:00.000Z',
        fingerprint: 'f',
        message: 'It crashes',
        params,
      },
    });
    expect(findingSnapshotSchema.parse(target.finding)).toEqual(target.finding);
    expect(read(toTargetQuery(target))).toEqual(target);
  });

  it('knows of nothing where nothing is said', () => {
    expect(read('')).toEqual({ params: {} });
    expect(toTargetQuery({ params: {} })).toBe('');
  });

  it('takes the name of a value for nothing else', () => {
    const { params } = read('?p.__proto__=x&p.=y&namespace=z');
    expect(Object.keys(params)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
  });

  it('shortens values that no run would take', () => {
    const { params } = read(`?p.log=${'x'.repeat(5_000)}`);
    expect(params.log).toHaveLength(1_000);
  });
});
