import { parseCadence, parseNotApplicable } from './annotations';

describe('parseNotApplicable', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['pipelines', ['pipelines']],
    [' Alerts , kubernetes,,alerts', ['kubernetes', 'alerts']],
    ['everything', []],
  ])('%j waives %j', (value, aspects) => {
    const annotations: Record<string, string> =
      value === undefined ? {} : { 'callboard.io/not-applicable': value };
    expect(parseNotApplicable({ metadata: { annotations } })).toEqual(aspects);
  });

  it('waives nothing without annotations', () => {
    expect(parseNotApplicable({ metadata: {} })).toEqual([]);
  });
});

describe('parseCadence', () => {
  const HOUR = 3_600_000;
  it.each([
    ['24h', 24 * HOUR],
    ['1d', 24 * HOUR],
    [' 1 d 12 h ', 36 * HOUR],
    ['1w', 168 * HOUR],
    ['90m', 1.5 * HOUR],
    ['90 min', 1.5 * HOUR],
    ['P1D', 24 * HOUR],
    ['P1W', 168 * HOUR],
    ['PT12H30M', 12.5 * HOUR],
    ['P', undefined],
    ['', undefined],
    [undefined, undefined],
    ['0h', undefined],
    ['nightly', undefined],
    ['-1d', undefined],
    ['99999d', undefined],
    ['9'.repeat(5000), undefined],
  ])('%j is %j', (text, cadenceMs) => {
    expect(parseCadence(text)).toBe(cadenceMs);
  });
});
