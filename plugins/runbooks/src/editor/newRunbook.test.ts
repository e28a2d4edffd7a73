import {
  newRunbook,
  readNewRunbookQuery,
  toNewRunbookQuery,
} from './newRunbook';

const QUERY = {
  entityRef: 'component:default/checkout-api',
  matcher: { aspect: 'kubernetes', code: 'crash-loop' },
};

describe('newRunbook', () => {
  it('is for what its address says', () => {
    const params = new URLSearchParams(toNewRunbookQuery(QUERY));
    expect(newRunbook(readNewRunbookQuery(params))).toMatchObject({
      entityRef: QUERY.entityRef,
      matches: [QUERY.matcher],
    });
  });

  it('is for nothing in particular where the address says nothing', () => {
    const edited = newRunbook(readNewRunbookQuery(new URLSearchParams()));
    expect(edited).toMatchObject({ entityRef: '', matches: [], title: '' });
  });
});
