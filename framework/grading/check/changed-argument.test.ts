import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { Uploaded } from '../submission/session.ts';
import { changedArgument } from './changed-argument.ts';

/** As an argument comes back: records have no prototype, what has no value of its own is something else. */
function returned(value: unknown): unknown {
  if (typeof value === 'function' || value instanceof Uploaded) return 'a reference';
  if (Array.isArray(value)) return value.map(returned);
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.assign(
      Object.create(null) as object,
      Object.fromEntries(Object.entries(value).map(([key, part]) => [key, returned(part)])),
    );
  }
  return structuredClone(value);
}

describe('the arguments of a call', () => {
  it('are the same as long as their data are', () => {
    const leaf = fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(undefined), fc.bigInt());
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.float64Array({ maxLength: 4 }),
        fc.constant(() => 1),
        fc.constant(new Uploaded('data')),
        fc.array(tie('value')),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('value'),
          {
            noNullPrototype: true,
          },
        ),
      ),
    }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        expect(changedArgument(values, values.map(returned))).toBeUndefined();
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  it.each<[unknown, unknown, string, string, string]>([
    [[3, 1, 2], [1, 2, 3], '[0]', '3', '1'],
    [[1, 2], [1, 2, 3], '', '[1, 2]', '[1, 2, 3]'],
    [{ xs: [1], ys: [2] }, { xs: [1], ys: [NaN] }, '.ys[0]', '2', 'NaN'],
    [{ m: 1 }, { m: 1, c: 2 }, '', '{ m: 1 }', '{ m: 1, c: 2 }'],
    [{ m: 1 }, [1], '', '{ m: 1 }', '[1]'],
    [0, -0, '', '0', '-0'],
    [Float64Array.of(1, 2), Float64Array.of(1, 3), '[1]', '2', '3'],
    [tensorValue([1, 2, 3, 4], [2, 2]), tensorValue([1, 2, 5, 4], [2, 2]), '[1, 0]', '3', '5'],
    [{ 'a b': [1] }, { 'a b': [2] }, '."a b"[0]', '1', '2'],
  ])('%#: the first change is found, and where it is', (before, after, path, was, is) => {
    expect(changedArgument([1, before], [1, after])).toEqual({ position: 2, path, before: was, after: is });
  });

  it('are changed when they do not come back', () => {
    expect(changedArgument([[1]], undefined)).toMatchObject({ position: 1, after: 'undefined' });
  });
});
