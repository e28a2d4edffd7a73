import {
  parseLabelSelector,
  selects,
  SubjectIndex,
  type Asking,
  type LabelSelector,
  type Labels,
} from '.';

function parsed(text: string): LabelSelector {
  const selector = parseLabelSelector(text);
  if ('error' in selector) {
    throw new Error(selector.error);
  }
  return selector;
}

const labels = (pairs: Record<string, string>): Labels =>
  new Map(Object.entries(pairs));

const SHOP = labels({ app: 'shop', tier: 'web', 'example.com/size': '12' });

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['app=shop', true],
    ['app==shop', true],
    [' app = shop ', true],
    ['app=till', false],
    ['app!=shop', false],
    ['app!=till', true],
    ['nope!=till', true],
    ['app in (till, shop)', true],
    ['app in (till)', false],
    ['app in(till,shop),tier=web', true],
    ['app notin (till)', true],
    ['app notin (shop)', false],
    ['nope notin (shop)', true],
    ['app', true],
    ['nope', false],
    ['!nope', true],
    ['! app', false],
    ['app=', false],
    ['app=,tier=web', false],
    ['app in (,shop)', true],
    ['example.com/size>11', true],
    ['example.com/size > 12', false],
    ['example.com/size<13', true],
    ['app>1', false],
    ['nope<1', false],
    ['in=in', false],
    ['notin in (in)', false],
    ['app=shop,tier=web,!nope', true],
    ['app=shop,tier=db', false],
  ])('%j selects the shop: %s', (text, expected) => {
    expect(selects(parsed(text), SHOP)).toBe(expected);
  });

  it.each([
    ['=shop', 0],
    ['app=shop,', 9],
    [',app=shop', 0],
    ['app shop', 4],
    ['app in shop', 7],
    ['app in (shop', 12],
    ['app in (shop tier)', 13],
    ['app=shop)', 8],
    ['app==shop=till', 9],
    ['app=(shop)', 4],
    ['!', 1],
    ['!app=shop', 4],
    ['app>much', 4],
    ['app>', 4],
    ['-app=shop', 0],
    ['app=-shop', 4],
    ['a/b/c=d', 0],
    ['Example.com/app=shop', 0],
    [`app=${'x'.repeat(64)}`, 4],
    ['app=shöp', 4],
    ['app={{shop}}', 4],
  ])('says what is wrong with %j, and where', (text, position) => {
    expect(parseLabelSelector(text)).toEqual({
      error: expect.stringMatching(/\w/),
      position,
    });
  });

  it('names what it expected, and what it found', () => {
    expect(parseLabelSelector('app in shop')).toEqual({
      error: "expected '(', found 'shop'",
      position: 7,
    });
  });
});

describe('SubjectIndex', () => {
  const asking = (id: string, text: string, namespace?: string): Asking => ({
    id,
    selector: parsed(text),
    ...(namespace && { namespace }),
  });
  const index = SubjectIndex.create([
    asking('shop', 'app=shop'),
    asking('shop-web', 'app=shop,tier=web'),
    asking('shop-db', 'app=shop,tier=db'),
    asking('either', 'app in (till, shop)'),
    asking('elsewhere', 'app=shop', 'other'),
    asking('here', 'app=shop', 'main'),
    asking('any-tier', 'tier'),
    asking('no-app', '!app'),
    asking('by-id', 'backstage.io/kubernetes-id=shop,app=shop'),
  ]);

  it('finds those who select an object, by value or in turn', () => {
    expect([...index.match('main', [SHOP])].sort()).toEqual([
      'any-tier',
      'either',
      'here',
      'shop',
      'shop-web',
    ]);
  });

  it('takes each set of labels by itself', () => {
    const own = labels({ 'backstage.io/kubernetes-id': 'shop' });
    expect([...index.match('main', [own])]).toEqual(['no-app']);
    const both = labels({ 'backstage.io/kubernetes-id': 'shop', app: 'shop' });
    expect(index.match('main', [own, both])).toContain('by-id');
  });

  it('tries only those who ask for a value that the object has', () => {
    const many = SubjectIndex.create(
      Array.from({ length: 10_000 }, (_, n) =>
        asking(`s${n}`, `backstage.io/kubernetes-id=s${n}`),
      ),
    );
    const found = many.match('main', [
      labels({ 'backstage.io/kubernetes-id': 's77' }),
    ]);
    expect([...found]).toEqual(['s77']);
  });
});
