import { hidesText } from './hidesText';

describe('HTML that may hide what stands behind it', () => {
  it.each([
    ['<details>', true],
    ['</details>', true],
    ['<template>', true],
    ['<div hidden>', true],
    ['<b style="display:none">', true],
    ['<!-- a --!><template> -->', true],
    ['<!--> <template> -->', true],
    ['<!-- a --> <template>', true],
    ['<!-- never closed', true],
    ['<![CDATA[ a ]]>', true],
    ['<!-- a -->', false],
    ['<!-- a\nb -->\n', false],
    ['<br>', false],
    ['<br/>', false],
    ['</kbd>', false],
    ['<b><i>', false],
  ])('%j: %s', (html, hides) => {
    expect(hidesText(html)).toBe(hides);
  });
});
