import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, exponentialMinusOne, integerPower, power } from './power.ts';

const near = (received: number, expected: number, tolerance: number) => {
  if (Object.is(received, expected)) return;
  expect(Math.abs(received - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected) + 2e-323);
};
const property = (arbitrary: fc.Arbitrary<number>, check: (value: number) => void) => {
  fc.assert(fc.property(arbitrary, check), { seed: 3, numRuns: 2000 });
};

describe('powers agree with those of the engine', () => {
  it('exponential, to a few units in the last place', () => {
    property(fc.double({ min: -750, max: 715, noNaN: true }), (exponent) => {
      near(exponential(exponent), Math.exp(exponent), 1e-15);
    });
    expect([-0, 0, Infinity, -Infinity, NaN, 711, -747].map(exponential)).toEqual([1, 1, Infinity, 0, NaN, Infinity, 0]); // prettier-ignore
  });

  it('exponential minus one, near 0 too', () => {
    property(fc.double({ min: -40, max: 40, noNaN: true }), (exponent) => {
      near(exponentialMinusOne(exponent), Math.expm1(exponent), 1e-15);
    });
    property(fc.double({ min: -1e-5, max: 1e-5, noNaN: true }), (exponent) => {
      near(exponentialMinusOne(exponent), Math.expm1(exponent), 1e-15);
    });
    expect([0, Infinity, -Infinity, NaN].map(exponentialMinusOne)).toEqual([0, Infinity, -1, NaN]);
  });

  it('whole powers, also of what a learning rate is corrected by', () => {
    for (const base of [0.9, 0.999, 0.5, 0, 1, 2]) {
      for (const exponent of [0, 1, 2, 3, 10, 1000, 100_000]) {
        near(integerPower(base, exponent), base ** exponent, 1e-15 * (1 + exponent));
      }
    }
  });

  it('any power of a base from 0 to 1', () => {
    const exponents = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), exponents, (base, exponent) => {
        near(power(base, exponent), base ** exponent, 2e-14 * (1 + exponent));
      }),
      { seed: 4, numRuns: 2000 },
    );
    expect([power(0, 0), power(0, 0.5), power(0, 2), power(0.5, 2)]).toEqual([1, 0, 0, 0.25]);
  });
});
