import { foldAbsent } from './foldAbsent';

interface Part {
  readonly name: string;
  readonly sourceType: string;
  readonly absent?: boolean;
  readonly problem?: boolean;
  readonly findings: readonly { code: string; message: string }[];
}

const part = (name: string, more: Partial<Part> = {}): Part => ({
  name,
  sourceType: 'kubernetes',
  findings: [],
  ...more,
});

const absent = (name: string, more: Partial<Part> = {}): Part =>
  part(name, {
    absent: true,
    findings: [{ code: 'not-found', message: 'No cluster has it' }],
    ...more,
  });

describe('foldAbsent', () => {
  it.each<[string, Part[], string[]]>([
    ['nothing of nothing', [], []],
    ['all that is there', [part('eu'), part('us')], ['eu', 'us']],
    ['what is there and no other', [absent('us'), part('eu')], ['eu']],
    [
      'everything where none has it',
      [absent('eu'), absent('us')],
      ['eu', 'us'],
    ],
    [
      'what is absent from one type, whatever another has',
      [absent('eu'), part('main', { sourceType: 'nomad' })],
      ['eu', 'main'],
    ],
    [
      'what is absent beside a problem of the entity, which shows nothing',
      [absent('eu'), part('nope', { problem: true })],
      ['eu', 'nope'],
    ],
    [
      'no problem that may be none',
      [part('eu'), absent('aks', { problem: true })],
      ['eu'],
    ],
  ])('keeps %s', (_, parts, kept) => {
    expect(foldAbsent(parts).map(({ name }) => name)).toEqual(kept);
  });

  it('says once what those that have nothing say alike', () => {
    const folded = foldAbsent([
      absent('eu'),
      absent('us'),
      absent('aks', {
        findings: [{ code: 'not-configured', message: 'Cannot be watched' }],
      }),
    ]);
    expect(folded.map(({ findings }) => findings.length)).toEqual([1, 0, 1]);
  });

  it('takes no sentence from what is there', () => {
    const findings = [{ code: 'crash-loop', message: '1 of 3 crash-loops' }];
    const parts = [part('eu', { findings }), part('us', { findings })];
    expect(foldAbsent(parts)).toEqual(parts);
  });
});
