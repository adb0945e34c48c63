import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createStream } from './stream.ts';
import { logarithm, normalQuantile } from './normal-quantile.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('a stream', () => {
  it('repeats for the same seed and name, and differs for any other', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.string(), (seed, name, other) => {
        const first = draws(8, createStream(seed).derive(name).uint32);
        expect(draws(8, createStream(seed).derive(name).uint32)).toEqual(first);
        expect(draws(8, createStream(seed + 1).derive(name).uint32)).not.toEqual(first);
        if (other !== name) expect(draws(8, createStream(seed).derive(other).uint32)).not.toEqual(first);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is not moved by drawing from its parent or its siblings', () => {
    const root = createStream(7);
    const expected = draws(5, root.derive('split').uniform);
    root.uniform();
    root.derive('weights').normal();
    expect(draws(5, root.derive('split').uniform)).toEqual(expected);
  });

  it('keeps its bits from version to version', () => {
    const stream = createStream(7).derive('data/split');
    expect([stream.uint32(), stream.uint32(), stream.uniform(), stream.normal(), stream.integer(10)])
      .toMatchInlineSnapshot(`
      [
        2566155697,
        2100117299,
        0.9303430124339392,
        -1.377312976660296,
        3,
      ]
    `);
  });

  it('draws uniform numbers: mean 1/2, variance 1/12, every decile equally often', () => {
    const stream = createStream(3).derive('uniform');
    const values = draws(200_000, stream.uniform);
    const deciles = new Array<number>(10).fill(0);
    for (const value of values) deciles[Math.floor(value * 10)]!++;
    // Four standard errors of each figure.
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length));
    const chiSquare = deciles.reduce((sum, count) => sum + (count - 20_000) ** 2 / 20_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 99.9 % point for 9 degrees of freedom
  });

  it('draws normal numbers: mean 0, variance 1, skewness 0, kurtosis 3', () => {
    const stream = createStream(3).derive('normal');
    const values = draws(200_000, stream.normal);
    const moment = (power: number) => mean(values.map((value) => value ** power));
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / values.length));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / values.length));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / values.length));
  });

  it('permutes: every index once, every order equally likely', () => {
    const stream = createStream(5).derive('order');
    const counts = new Map<string, number>();
    for (let repeat = 0; repeat < 6000; repeat++) {
      const order = stream.permutation(3).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.5); // 99.9 % point for 5 degrees of freedom
  });

  it('refuses seeds and bounds that are no integers in range', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => createStream(seed)).toThrow(RangeError);
    for (const bound of [0, -1, 1.5, 2 ** 33])
      expect(() => createStream(0).integer(bound)).toThrow(RangeError);
  });
});

describe('normalQuantile', () => {
  it('agrees with tabulated values', () => {
    // Values of R's qnorm, 16 digits.
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 13);
    expect(normalQuantile(2 ** -53)).toBeGreaterThan(-8.3);
  });

  it('is odd about one half and increasing', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (probability) => {
        expect(normalQuantile(probability)).toBeLessThanOrEqual(normalQuantile(probability * 1.0000001));
        expect(normalQuantile(0.5 - probability / 2)).toBeCloseTo(-normalQuantile(0.5 + probability / 2), 9);
      }),
      { seed: 2 },
    );
  });
});

describe('logarithm', () => {
  it('agrees with Math.log to 1e-15, relative', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        expect(Math.abs(logarithm(value) - Math.log(value))).toBeLessThanOrEqual(
          1e-15 * Math.max(1, Math.abs(Math.log(value))),
        );
      }),
      { seed: 4 },
    );
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
