import { ForwardedError } from '@backstage/errors';
import { aRefusal } from '../__testUtils__/FakeRunbookStore';
import { saveFailure } from './saveFailure';

describe('saveFailure', () => {
  it.each([
    [403, 'forbidden'],
    [404, 'gone'],
    [413, 'too-large'],
    [400, 'refused'],
    [401, 'refused'],
    [429, 'lost'],
    [500, 'lost'],
    [503, 'lost'],
  ])('of %d', async (statusCode, kind) => {
    expect(saveFailure(await aRefusal(statusCode, 'why'))).toEqual({
      kind,
      message: 'why',
    });
  });

  it('of a runbook that somebody else has to publish', async () => {
    const refusal = await aRefusal(403, 'why', 'ReviewRequiredError');
    expect(saveFailure(refusal)).toEqual({ kind: 'review', message: 'why' });
  });

  it.each([
    ['no network', new TypeError('Failed to fetch'), 'lost'],
    [
      'an answer that nobody can read',
      new ForwardedError('odd', new Error('form')),
      'refused',
    ],
  ])('of %s', (_name, error, kind) => {
    expect(saveFailure(error).kind).toBe(kind);
  });
});
