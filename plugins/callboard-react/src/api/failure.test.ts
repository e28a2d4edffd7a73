import { ResponseError } from '@backstage/errors';
import { failureOf } from './failure';

function refusal(status: number): Promise<ResponseError> {
  const body = { error: { name: 'Error', message: 'Not now' }, response: {} };
  const response = new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
  return ResponseError.fromResponse(response);
}

describe('failureOf', () => {
  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
    [503, 'other'],
  ])('reads an answer of %d as %s', async (statusCode, kind) => {
    expect(failureOf(await refusal(statusCode))).toEqual({
      kind,
      statusCode,
      message: 'Not now',
    });
  });

  it('has no status where no server answered', () => {
    expect(failureOf(new Error('Failed to fetch'))).toEqual({
      kind: 'other',
      message: 'Failed to fetch',
    });
  });
});
