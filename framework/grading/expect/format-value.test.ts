import * as tf from '#tensorflow';
import { expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { formatNumber, formatValue } from './format-value.ts';

it.each<[unknown, string]>([
  [1 / 3, '0.3333333'],
  [1.5e-9, '1.5e-9'],
  [-0, '-0'],
  [NaN, 'NaN'],
  [123456789, '123456789'],
  [undefined, 'undefined'],
  [null, 'null'],
  [true, 'true'],
  [12n, '12n'],
  [() => 1, 'a function'],
  ['say "hi"', '"say \\"hi\\""'],
  ['a\u200bb\u202e\u009b1m', '"a\\u{200b}b\\u{202e}\\u{9b}1m"'],
  ['x'.repeat(100), `"${'x'.repeat(59)}…"`],
  [[1, 2, 3, 4, 5, 6, 7, 8], '[1, 2, 3, 4, 5, 6, … 2 more]'],
  [[[[[1, 2]]]], '[[[[… 2 items]]]]'],
  [{}, '{}'],
  [{ m: 2, 'a\u200bb': 0 }, '{ m: 2, "a\\u{200b}b": 0 }'],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }, '{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, … 1 more }'],
  [{ a: { b: { c: { d: 1 } } } }, '{ a: { b: { c: {… 1 entries} } } }'],
  [Float64Array.of(1, 2), '[1, 2]'],
  [tensorValue([1, 2, 3, 4], [2, 2]), 'a tensor of shape [2, 2]: [1, 2, 3, 4]'],
])('%#: a value is written as %s', (value, expected) => {
  expect(formatValue(value)).toBe(expected);
});

it('a tensor of the tests own TensorFlow.js is written like one of a submission', async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
  expect(formatValue([tf.tensor([1, 2])])).toBe('[a tensor of shape [2]: [1, 2]]');
});

it('the text is cut where many long parts come together', () => {
  const texts = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 'y'.repeat(60)));
  expect(formatValue(texts)).toHaveLength(400);
  expect(formatValue(texts)).toMatch(/^\[\["y{60}", .*…$/);
});

it.each([
  [0.1 + 0.2, '0.3'],
  [1e21, '1e+21'],
  [19.353333333, '19.35333'],
])('%d is written with the digits that matter', (number, expected) => {
  expect(formatNumber(number)).toBe(expected);
});
