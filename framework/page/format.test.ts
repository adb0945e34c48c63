import { describe, expect, it } from 'vitest';
import { enumerate, formatDuration, formatInterval, formatNumber, formatShare, plural } from './format.ts';

describe('formatNumber', () => {
  it('shows the digits that matter', () => {
    const cases: [number | null | undefined, string][] = [
      [null, '–'],
      [undefined, '–'],
      [Number.NaN, '–'],
      [0, '0.000'],
      [0.97123, '0.971'],
      [-0.02, '−0.020'],
      [0.00312, '0.0031'],
      [0.0000123, '1.2 × 10⁻⁵'],
      [3e-45, '3.0 × 10⁻⁴⁵'],
      [12.345, '12.35'],
      [229, '229.0'],
      [4217.3, '4,217.3'],
      [54321.9, '54,322'],
      [Infinity, '∞'],
      [-Infinity, '−∞'],
    ];
    expect(cases.map(([value]) => formatNumber(value))).toEqual(cases.map(([, text]) => text));
  });
});

describe('words', () => {
  it('read as a person would write them', () => {
    expect(formatInterval([0.9, 1])).toBe('0.900 to 1.000');
    expect([0, 0.001, 0.126, 1, Number.NaN].map(formatShare)).toEqual(['0 %', '<1 %', '13 %', '100 %', '–']);
    expect([0.84, 12.2, 125, 3780].map(formatDuration)).toEqual(['0.8 s', '12 s', '2 min 5 s', '1 h 3 min']);
    expect([plural(1, 'row'), plural(8000, 'row'), plural(2, 'class', 'classes')]).toEqual([
      '1 row',
      '8,000 rows',
      '2 classes',
    ]);
    expect([
      enumerate([]),
      enumerate(['a']),
      enumerate(['a', 'b', 'c']),
      enumerate(['a', 'b', 'c', 'd'], 3),
    ]).toEqual(['', 'a', 'a, b and c', 'a, b and 2 more']);
  });

  it('never show sixty seconds', () => {
    expect([9.97, 59.7, 119.8].map(formatDuration)).toEqual(['10 s', '1 min 0 s', '2 min 0 s']);
  });
});
