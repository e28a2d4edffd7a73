import { inspect } from 'node:util';
import { Redactor } from './Redactor';

describe('Redactor', () => {
  const redactor = Redactor.create({
    secrets: ['s3cret/ü"+', 's3', ''],
    headerValues: ['gate-token', 'on'],
  });

  it.each([
    ['it is s3cret/ü"+ here', 'it is *** here'],
    [`q=${encodeURIComponent('s3cret/ü"+')}`, 'q=***'],
    [JSON.stringify({ k: 's3cret/ü"+' }), '{"k":"***"}'],
    [Buffer.from('s3cret/ü"+').toString('base64'), '***'],
    ['x-gate: gate-token', 'x-gate: ***'],
    ['turned on', 'turned on'],
    ['at https://me:pw@ci.example/x', 'at https://***@ci.example/x'],
    ['at https://token@ci.example/x', 'at https://***@ci.example/x'],
    ['GET /x?token=abc&n=1#top', 'GET /x?token=***&n=***#top'],
    ['nothing to hide', 'nothing to hide'],
  ])('makes of %j %j', (text, expected) => {
    expect(redactor.text(text)).toBe(expected);
  });

  it('leaves nothing of an error but its redacted words', () => {
    const inner = Object.assign(new Error('connect s3cret/ü"+'), {
      code: 'ECONNRESET',
      request: { headers: { authorization: 'gate-token' } },
    });
    const error = new TypeError('failed for gate-token', { cause: inner });
    const copy = redactor.error(error);
    expect(copy).toMatchObject({
      name: 'TypeError',
      message: 'failed for ***',
      cause: { message: 'connect ***', code: 'ECONNRESET' },
    });
    const shown = inspect(copy, { depth: 10, showHidden: true });
    expect(shown).not.toMatch(/gate-token|s3cret|authorization/);
  });

  it('bears errors that are none, and causes that go round in circles', () => {
    expect(redactor.error('gate-token').message).toBe('***');
    expect(redactor.error({ headers: 'gate-token' }).message).not.toContain(
      'gate-token',
    );
    const circle = new Error('round');
    circle.cause = circle;
    expect(inspect(redactor.error(circle))).toContain('round');
  });
});
