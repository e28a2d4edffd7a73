import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readInstances } from './readInstances';

function read(jenkins?: JsonObject) {
  return readInstances(
    mockServices.rootConfig({ data: jenkins ? { jenkins } : {} }),
  );
}

describe('readInstances', () => {
  it('has none without config', () => {
    expect(read()).toEqual([]);
    expect(read({ instances: [] })).toEqual([]);
    expect(read({ projectCountLimit: 3 })).toEqual([]);
  });

  it('calls the top-level instance default', () => {
    expect(
      read({
        baseUrl: 'https://ci.example.com/jenkins/',
        username: 'bot',
        apiKey: 'key',
        projectCountLimit: 100,
        extraRequestHeaders: { 'X-Team': 'shop' },
      }),
    ).toEqual([
      {
        name: 'default',
        access: {
          baseUrl: 'https://ci.example.com/jenkins',
          auth: { username: 'bot', password: 'key' },
          headers: { 'x-team': 'shop' },
          secrets: ['key'],
        },
      },
    ]);
  });

  it('reads named instances beside the top-level one', () => {
    const instances = read({
      baseUrl: 'https://a.example.com',
      username: 'bot',
      apiKey: 'key',
      instances: [
        {
          name: 'mobile',
          baseUrl: 'http://b.example.com:8080',
          username: 'bot',
          apiKey: 'other',
          crumbIssuer: true,
          allowedBaseUrlOverrideRegex: '.*',
        },
      ],
    });
    expect(instances.map(({ name }) => name)).toEqual(['mobile', 'default']);
  });

  it('lets an authorization header take the place of username and apiKey', () => {
    const [instance] = read({
      instances: [
        {
          name: 'main',
          baseUrl: 'https://ci.example.com',
          username: 'bot',
          apiKey: 'key',
          extraRequestHeaders: { Authorization: 'Bearer abc' },
        },
      ],
    });
    expect(instance.access).toEqual({
      baseUrl: 'https://ci.example.com',
      headers: { authorization: 'Bearer abc' },
      secrets: ['key'],
    });
  });

  const valid = { name: 'main', baseUrl: 'https://ci.example.com' };

  it.each<[string, JsonObject, RegExp]>([
    [
      'another scheme',
      { instances: [{ ...valid, baseUrl: 'ftp://ci.example.com' }] },
      /jenkins\.instances\[0\]\.baseUrl must be an absolute http or https URL/,
    ],
    [
      'no URL',
      { baseUrl: 'ci.example.com', username: 'bot', apiKey: 'hunter2' },
      /jenkins\.baseUrl must be an absolute/,
    ],
    [
      'credentials in the URL',
      { instances: [{ ...valid, baseUrl: 'https://bot:hunter2@ci.example' }] },
      /must not hold credentials/,
    ],
    [
      'a query',
      { instances: [{ ...valid, baseUrl: 'https://ci.example/?a=hunter2' }] },
      /without \? and #/,
    ],
    [
      'a name twice',
      { instances: [valid, valid] },
      /'main' is configured twice/,
    ],
    [
      'default twice',
      {
        baseUrl: 'https://a.example.com',
        instances: [{ ...valid, name: 'default' }],
      },
      /jenkins\.baseUrl is the instance 'default' too/,
    ],
    [
      'half of the credentials',
      { instances: [{ ...valid, apiKey: 'hunter2' }] },
      /needs username and apiKey/,
    ],
    [
      'a name that no prefix can hold',
      { instances: [{ ...valid, name: 'a:b' }] },
      /name must be a short name/,
    ],
    [
      'a header of two lines',
      {
        instances: [
          { ...valid, extraRequestHeaders: { a: 'hunter2\r\nb: c' } },
        ],
      },
      /extraRequestHeaders must be a map/,
    ],
    ['no baseUrl', { username: 'bot', apiKey: 'hunter2' }, /baseUrl/],
  ])('refuses %s, without telling secrets', (_, jenkins, message) => {
    expect(() => read(jenkins)).toThrow(message);
    expect(() => read(jenkins)).not.toThrow(/hunter2/);
  });
});
