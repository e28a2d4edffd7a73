import { createNumberFormat } from './numberFormat';

describe('createNumberFormat', () => {
  const words = createNumberFormat('en');

  it.each([
    [0, '0'],
    [50, '0.05'],
    [250, '0.25'],
    [1_500, '1.5'],
    [41_520, '41.5'],
    [640_400, '640'],
    [1_640_000, '1,640'],
  ])('cores of %i thousandths', (millis, expected) => {
    expect(words.cores(millis)).toBe(expected);
  });

  it.each([
    [0, '0 B'],
    [1_023, '1,023 B'],
    [536_870_912, '512 MiB'],
    [1_649_267_441_664, '1.5 TiB'],
    [2 ** 70, '1,048,576 PiB'],
  ])('%i bytes', (bytes, expected) => {
    expect(words.bytes(bytes)).toBe(expected);
  });

  it('writes counts and shares', () => {
    expect(words.count(2_031)).toBe('2,031');
    expect(words.percent(0.654)).toBe('65');
  });
});
