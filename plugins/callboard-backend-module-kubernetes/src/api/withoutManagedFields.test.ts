import { withoutManagedFields } from './withoutManagedFields';

const shortened = (json: string) =>
  withoutManagedFields(Buffer.from(json)).toString();

const FIELDS = [
  {
    manager: 'kubelet',
    fieldsV1: {
      'f:status': { 'k:{"type":"Ready"}': { '.': {} }, 'v:["a]"]': {} },
    },
  },
  { manager: 'back\\slash"quote', fieldsV1: { 'f:list': [[], [1]] } },
];

describe('withoutManagedFields', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing', {}, {}],
    [
      'the last key of an object',
      { metadata: { name: 'a', managedFields: FIELDS }, spec: { a: [1] } },
      { metadata: { name: 'a', managedFields: [] }, spec: { a: [1] } },
    ],
    [
      'the only key of an object',
      { managedFields: FIELDS },
      { managedFields: [] },
    ],
    [
      'one of several objects',
      [{ managedFields: FIELDS, z: 1 }, { a: 1 }, { b: 2, managedFields: [] }],
      [{ managedFields: [], z: 1 }, { a: 1 }, { b: 2, managedFields: [] }],
    ],
    [
      'text that reads like it',
      { message: 'a,"managedFields":[{"b":1}]', z: '{"managedFields":["c"]' },
      { message: 'a,"managedFields":[{"b":1}]', z: '{"managedFields":["c"]' },
    ],
    [
      'a key that ends like it',
      { ',"managedFields': [1], '{"managedFields': [2] },
      { ',"managedFields': [1], '{"managedFields': [2] },
    ],
    [
      'characters of several bytes',
      { name: 'Zürich ✓', managedFields: [{ 'f:größe': {} }], note: '→ "ok"' },
      { name: 'Zürich ✓', managedFields: [], note: '→ "ok"' },
    ],
    [
      'a value that is called like it',
      ['managedFields', ['managedFields'], { managedFields: 'text' }],
      ['managedFields', ['managedFields'], { managedFields: 'text' }],
    ],
  ])('%s', (_, before, after) => {
    expect(JSON.parse(shortened(JSON.stringify(before)))).toEqual(after);
  });

  it.each(['', '{"managedFields":[', '{"managedFields":["a', '{"a":1,"mana'])(
    'leaves broken JSON as it is: %s',
    json => {
      expect(shortened(json)).toBe(json);
    },
  );

  it('leaves JSON that is printed for people as it is', () => {
    const json = JSON.stringify({ managedFields: FIELDS }, null, 2);
    expect(shortened(json)).toBe(json);
  });
});
