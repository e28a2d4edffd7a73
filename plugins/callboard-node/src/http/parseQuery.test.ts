import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { parseQuery } from './parseQuery';

const app = express();
app.use(parseQuery({ lists: ['tag'] }));
app.use((req, res) => {
  res.json(Object.entries(req.query));
});
app.use(mockErrorHandler());

describe('parseQuery', () => {
  it.each([
    ['nothing', '', []],
    ['a value', 'q=a', [['q', 'a']]],
    ['an empty value', 'q=', [['q', '']]],
    ['one value of a list', 'tag=a', [['tag', ['a']]]],
    ['several values of a list', 'tag=a&tag=b', [['tag', ['a', 'b']]]],
    ['no value of a list', 'tag=', []],
    ['brackets', 'tag[]=a', [['tag[]', 'a']]],
    ['a prototype', '__proto__=a', [['__proto__', 'a']]],
  ])('takes %s', async (_, query, expected) => {
    const { body } = await request(app).get(`/?${query}`);
    expect(body).toEqual(expected);
  });

  it('takes more values than the parser of express puts into a list', async () => {
    const query = Array.from({ length: 60 }, (_, at) => `tag=${at}`).join('&');
    const { body } = await request(app).get(`/?${query}`);
    expect(body[0][1]).toHaveLength(60);
  });

  it.each([
    ['a value twice', '/?q=a&q=b', "'q' is given twice"],
    ['a NUL', '/?q=%00', "'q' holds a NUL"],
    ['a NUL in the path', '/%00', 'The path holds a NUL'],
  ])('refuses %s', async (_, path, message) => {
    const { status, body } = await request(app).get(path);
    expect([status, body.error?.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
  });
});
