import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { returns, type Returned } from './returned.ts';

const line = returns.record({ m: returns.number, c: returns.number });

/** What `mse returned …, where … is expected` says; `ok` when the value is taken. */
function said(kind: Returned<unknown>, value: unknown): string {
  const reading = kind.read(value);
  return 'wrong' in reading ? `${reading.wrong}, where ${kind.words} is expected` : 'ok';
}

describe('a value of another kind', () => {
  it.each<[Returned<unknown>, unknown, string]>([
    [returns.number, undefined, 'nothing (undefined), where a number is expected'],
    [returns.number, null, 'null, where a number is expected'],
    [returns.number, '3', 'the text "3", where a number is expected'],
    [returns.number, true, 'true, where a number is expected'],
    [returns.number, 3n, '3n, where a number is expected'],
    [returns.number, [3], 'the list [3], where a number is expected'],
    [returns.number, { m: 1 }, '{ m: 1 }, where a number is expected'],
    [
      returns.number,
      tensorValue([3], []),
      'a tensor of float32 of shape [] with 1 element, where a number is expected',
    ],
    [returns.number, NaN, 'NaN, which is not a number, where a number is expected'],
    [returns.number, -Infinity, '-Infinity, where a number is expected'],
    [returns.anyNumber, '1', 'the text "1", where a number is expected'],
    [returns.integer, 0.5, '0.5, where a whole number is expected'],
    [returns.boolean, 1, 'the number 1, where true or false is expected'],
    [returns.text, 1, 'the number 1, where a text is expected'],
    [returns.nothing, 1, '1, where nothing is expected'],
    [returns.numbers, 1, 'the number 1, where a list of numbers is expected'],
    [
      returns.numbers,
      [1, '2', 3],
      'a list of 3 whose item [1] is the text "2", where a list of numbers is expected',
    ],
    [
      returns.list(returns.numbers),
      [[1], [2, NaN]],
      'a list of 2 whose item [1] is a list of 2 whose item [1] is NaN, which is not a number, where a list of lists of numbers is expected',
    ],
    [
      returns.list(returns.text),
      'ab',
      'the text "ab", where a list of which each item is a text is expected',
    ],
    [
      returns.list(returns.tensor([2])),
      [3],
      'a list of 1 whose item [0] is the number 3, where a list of tensors of shape [2] is expected',
    ],
    [returns.list(line), undefined, 'nothing (undefined), where a list of objects { m, c } is expected'],
    [line, [1, 2], 'the list [1, 2], where an object { m, c } is expected'],
    [line, { m: 1, C: 2 }, '{ m: 1, C: 2 }, which has no "c", where an object { m, c } is expected'],
    [
      line,
      { m: 1, c: undefined },
      'an object whose "c" is nothing (undefined), where an object { m, c } is expected',
    ],
    [
      line,
      tensorValue([1, 2]),
      'a tensor of float32 of shape [2] with 2 elements, where an object { m, c } is expected',
    ],
    [
      returns.tensor([null, 3]),
      tensorValue([1, 2]),
      'a tensor of float32 of shape [2] with 2 elements, where a tensor of shape [any, 3] is expected',
    ],
    [
      returns.tensor([2], 'int32'),
      tensorValue([1, 2]),
      'a tensor of float32 of shape [2] with 2 elements, where a tensor of int32 of shape [2] is expected',
    ],
    [returns.tensor(), [1, 2], 'the list [1, 2], where a tensor is expected'],
    [returns.model, {}, '{}, where a model is expected'],
  ])('%#', (kind, value, expected) => {
    expect(said(kind, value)).toBe(expected);
  });

  it('is described briefly, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 6, withBigInt: true, withTypedArray: true }), (value) => {
        for (const kind of [returns.number, returns.numbers, line, returns.tensor(), returns.model]) {
          expect(said(kind, value).length).toBeLessThan(700);
        }
      }),
      { seed: 21, numRuns: 500 },
    );
  });
});

describe('a value of the right kind', () => {
  it.each<[Returned<unknown>, unknown, unknown]>([
    [returns.anyNumber, NaN, NaN],
    [returns.numbers, Float32Array.of(1, 2), [1, 2]],
    [returns.numbers, [], []],
    [line, { m: 1, c: 2, more: 3 }, { m: 1, c: 2 }],
    [returns.nothing, undefined, undefined],
    [returns.anything, null, null],
  ])('%#', (kind, value, read) => {
    expect(kind.read(value)).toEqual({ value: read });
  });

  it('is a tensor of the shape, with any length where null stands', () => {
    const tensor = tensorValue([1, 2, 3, 4, 5, 6], [2, 3]);
    expect(returns.tensor([null, 3]).read(tensor)).toEqual({ value: tensor });
  });
});
