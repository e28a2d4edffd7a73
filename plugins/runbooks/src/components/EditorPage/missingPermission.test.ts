import { anEdited } from '../../__testUtils__/editorBuilders';
import { toWrite } from '../../editor/editedRunbook';
import { missingPermission } from './missingPermission';

const write = toWrite(anEdited(), {});
const published = toWrite(anEdited(), { state: 'published' });

describe('missingPermission', () => {
  it.each([
    ['creating', { version: 0, write }, '', 'runbooks.create'],
    ['saving', { id: 'rb-1', version: 7, write }, '', 'runbooks.update'],
    [
      'publishing',
      { id: 'rb-1', version: 7, write: published },
      '',
      'runbooks.publish',
    ],
    [
      'what the server names',
      { id: 'rb-1', version: 7, write: published },
      'runbooks.update is missing',
      'runbooks.update',
    ],
  ])('for %s', (_name, order, message, expected) => {
    expect(missingPermission(order, message)).toBe(expected);
  });
});
