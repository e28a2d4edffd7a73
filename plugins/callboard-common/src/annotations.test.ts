import { parseNotApplicable } from './annotations';

function entity(annotations?: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', ...(annotations && { annotations }) },
  };
}

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
    expect(parseNotApplicable(entity(annotations))).toEqual(aspects);
  });

  it('waives nothing without annotations', () => {
    expect(parseNotApplicable(entity())).toEqual([]);
  });
});
