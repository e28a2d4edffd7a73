import express from 'express';
import request from 'supertest';
import { respond, type TaggedAnswer } from './respond';

describe('respond', () => {
  function serve(answer: TaggedAnswer, status?: number) {
    const app = express();
    app.use((req, res, next) => {
      respond({ req, res, answer, status }).catch(next);
    });
    return app;
  }

  const json = jest.fn(async () => '{"lit":true}');
  const answer: TaggedAnswer = { etag: 'W/"lamp"', json };

  beforeEach(() => json.mockClear());

  it('sends an answer under its tag, for this client alone', async () => {
    const { body, headers, status } = await request(serve(answer, 201)).post(
      '/',
    );
    expect([status, body]).toEqual([201, { lit: true }]);
    expect(headers).toMatchObject({
      etag: 'W/"lamp"',
      'cache-control': 'private, no-cache',
      'content-type': 'application/json; charset=utf-8',
      'content-length': '12',
    });
  });

  it.each([
    ['the tag', 'W/"lamp"'],
    ['the tag as a strong one', '"lamp"'],
    ['the tag among others', '"rope", W/"lamp"'],
  ])('makes nothing for a client that names %s', async (_, header) => {
    const get = request(serve(answer)).get('/');
    const { status, text } = await get.set('If-None-Match', header);
    expect([status, text]).toEqual([304, '']);
    expect(json).not.toHaveBeenCalled();
  });

  it.each([
    ['another tag', '"rope"'],
    ['whatever there is', '*'],
    ['nothing', ''],
  ])('answers a client that names %s', async (_, header) => {
    const get = request(serve(answer)).get('/');
    const { status } = await get.set('If-None-Match', header);
    expect(status).toBe(200);
  });

  it('does what a write asks for, whatever tag it names', async () => {
    const post = request(serve(answer)).post('/');
    const { status } = await post.set('If-None-Match', 'W/"lamp"');
    expect(status).toBe(200);
  });
});
