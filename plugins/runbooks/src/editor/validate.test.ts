import { anEdited } from '../__testUtils__/editorBuilders';
import { validate } from './validate';

describe('validate', () => {
  it.each([
    ['nothing', {}, []],
    ['the title', { title: ' ' }, ['title-missing']],
    ['a title that is too long', { title: 'x'.repeat(201) }, ['title-long']],
    ['the text', { content: '\n \n' }, ['content-missing']],
    ['what it belongs to', { entityRef: 'checkout-api' }, ['entity-missing']],
  ])('names %s', (_name, change, problems) => {
    expect(validate(anEdited(change))).toEqual(problems);
  });
});
