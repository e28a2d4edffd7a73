import { personName } from './personName';

describe('personName', () => {
  it.each([
    ['user:default/mira.okafor', 'Mira Okafor'],
    ['user:default/ana', 'Ana'],
    ['plugin:landscape', 'plugin:landscape'],
  ])('of %s', (ref, expected) => {
    expect(personName(ref)).toBe(expected);
  });
});
