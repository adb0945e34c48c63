import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../table-rows.ts';
import { sourceOf } from '../testing.ts';
import { cosine, sine } from './sine.ts';

const GENERATORS = ['line', 'cubicSine', 'xor', 'circle', 'gauss', 'spiral'];
const load = async (type: string, options: Record<string, unknown>, seed = 7) => {
  const source = sourceOf(type, options, '.', seed);
  const { table } = await source.load();
  expect((await source.describe()).columns.map(({ name }) => name)).toEqual(
    table.columns.map(({ name }) => name),
  );
  const columns = table.columns.map((column) => {
    if (column.kind === 'tensor') throw new Error('no generator gives arrays');
    return [...(column.kind === 'number' ? column.values : column.codes)];
  });
  return { table, rows: columns[0]!.map((_, row) => columns.map((column) => column[row]!)) };
};

describe.each(GENERATORS)('%s', (type) => {
  it('computes each row from seed and number alone', async () => {
    const short = await load(type, { rows: 20 });
    const long = await load(type, { rows: 50 });
    expect(long.rows.slice(0, 20)).toEqual(short.rows);
    expect((await load(type, { rows: 20 }, 8)).rows).not.toEqual(short.rows);
    expect(new Set(long.rows.map(String)).size).toBe(50);
  });
});

it('line: the noise has the deviation asked for, and none when it is 0', async () => {
  const residuals = (rows: number[][]) => rows.map(([x, y]) => y! - (3 * x! - 1));
  const noisy = residuals((await load('line', { rows: 4000, slope: 3, intercept: -1, noise: 0.5 })).rows);
  const mean = noisy.reduce((sum, value) => sum + value, 0) / 4000;
  const variance = noisy.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000;
  expect(Math.abs(mean)).toBeLessThan(0.025); // three standard errors
  expect(Math.abs(variance - 0.25)).toBeLessThan(0.017);
  const exact = residuals((await load('line', { rows: 100, slope: 3, intercept: -1, noise: 0 })).rows);
  for (const residual of exact) expect(residual).toBeCloseTo(0, 12);
});

it('cubicSine: the best cubic is that of the lectures', async () => {
  const { rows } = await load('cubicSine', { rows: 50_000 });
  // Normal equations of y = a x + b x³; by symmetry the even powers take no part.
  let [x2, x4, x6, xy, x3y] = [0, 0, 0, 0, 0];
  for (const [x, , cube, y] of rows as [number, number, number, number][]) {
    x2 += x * x;
    x4 += x * cube;
    x6 += cube * cube;
    xy += x * y;
    x3y += cube * y;
  }
  const determinant = x2 * x6 - x4 * x4;
  expect((xy * x6 - x3y * x4) / determinant).toBeCloseTo(0.857, 2);
  expect((x2 * x3y - x4 * xy) / determinant).toBeCloseTo(-0.0933, 3);
});

it('classes are equally frequent and lie where their formula says', async () => {
  for (const type of ['xor', 'circle', 'gauss', 'spiral']) {
    const { table, rows } = await load(type, { rows: 400, ...(type === 'gauss' ? {} : { noise: 0 }) });
    expect(columnOf(table, 'label')).toMatchObject({ kind: 'category', categories: ['0', '1'] });
    expect(rows.filter(([, , label]) => label === 1)).toHaveLength(200);
    for (const [x, y, label] of rows as [number, number, number][]) {
      if (type === 'xor') expect(label).toBe(Number(x * y < 0));
      if (type === 'circle') expect(label).toBe(Number(Math.hypot(x, y) <= 0.5));
      if (type === 'spiral') {
        const radius = Math.hypot(x, y);
        const angle = 2 * Math.PI * 1.25 * radius + Math.PI * label;
        expect(x).toBeCloseTo(radius * Math.cos(angle), 12);
        expect(y).toBeCloseTo(radius * Math.sin(angle), 12);
      }
    }
  }
});

it('sine and cosine agree with those of the engine', () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (angle) => {
      expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(1e-14);
      expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(1e-14);
    }),
    { seed: 4, numRuns: 1000 },
  );
});
