import { definedAlerts } from './definedAlerts';

const reading = (server: string, readAt: number, ...alertnames: string[]) => ({
  server,
  readAt,
  alertnames,
});

describe('definedAlerts', () => {
  it.each([
    ['there is no system', [], []],
    ['the only one never told', ['one'], []],
    ['one of two never told', ['one', 'two'], [reading('one', 5, 'A')]],
    [
      'another one told, which is not asked any more',
      ['one'],
      [reading('old', 5, 'A')],
    ],
  ])('knows nothing where %s', (_name, servers, readings) => {
    expect(definedAlerts({ servers, readings, maxAgeMs: 10 })).toBeUndefined();
  });

  it('knows those of all systems, as they are compared, until the oldest is too old', () => {
    expect(
      definedAlerts({
        servers: ['one', 'two'],
        readings: [
          reading('one', 5, 'OrdersLate', 'Shop Down'),
          reading('two', 7, 'NodeDown', 'OrdersLate'),
          reading('old', 1, 'Gone'),
        ],
        maxAgeMs: 10,
      }),
    ).toEqual({
      names: new Set(['orderslate', 'shopdown', 'nodedown']),
      servers: ['one', 'two'],
      until: 15,
    });
  });
});
