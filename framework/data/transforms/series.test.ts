import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataOptions } from '../data-options.ts';
import { prepareData } from '../pipeline.ts';
import type { PreparedData } from '../prepared-data.ts';
import { PART_NAMES } from '../split.ts';
import { contextOf, dataOptions, errorText, specOf } from '../testing.ts';

const count = (length: number) => Array.from({ length }, (_, index) => index);
/** Rows whose only feature is their own number, so that a window shows which rows it holds. */
const options = (rows: object[], more: Partial<DataOptions>): DataOptions =>
  dataOptions({
    source: specOf('source', 'inline', { rows }),
    features: ['x'],
    target: 'y',
    split: specOf('split', 'chronological', { train: 0.5, validation: 0.25, test: 0.25 }),
    ...more,
  });
const prepare = (rows: object[], more: Partial<DataOptions>) =>
  prepareData(options(rows, more), contextOf(7));
const windowsOf = ({ parts, inputShape }: PreparedData, name: (typeof PART_NAMES)[number]) => {
  const [length] = inputShape;
  const { rows, features } = parts[name];
  return count(rows).map((row) => [...features.subarray(row * length!, (row + 1) * length!)]);
};
const window = (more: Record<string, unknown>) => [specOf('transform', 'window', more)];

describe('window', () => {
  it('never crosses the gap of a split, a group or a dropped row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(6),
        fc.uniqueArray(fc.nat(79), { maxLength: 3 }),
        async (length, stride, gap, missing) => {
          const rows = count(80).map((row) => ({
            x: missing.includes(row) ? null : row,
            g: `g${row % 2}`,
            y: row,
          }));
          const data = await prepare(rows, {
            missing: 'drop',
            split: specOf('split', 'chronological', { train: 0.5, validation: 0.25, test: 0.25, gap }),
            transforms: window({ length, stride, group: 'g' }),
          });
          for (const part of PART_NAMES) {
            const { sourceRows, targets } = data.parts[part];
            windowsOf(data, part).forEach((own, index) => {
              // Rows of one group are two apart: a larger step would be a gap.
              own.forEach((row, position) => {
                expect(row).toBe(own[0]! + 2 * position);
              });
              expect(sourceRows[index]).toBe(own.at(-1));
              expect(targets[index]).toBe(own.at(-1));
            });
          }
          const all = PART_NAMES.map((part) => new Set(windowsOf(data, part).flat()));
          expect([...all[0]!].filter((row) => all[1]!.has(row) || all[2]!.has(row))).toEqual([]);
          expect(Math.min(...all[1]!) - Math.max(...all[0]!)).toBeGreaterThan(gap);
        },
      ),
      { seed: 11, numRuns: 40 },
    );
  });

  it('follows the time, not the file, and moves by its stride', async () => {
    const rows = count(24).map((row) => ({ x: row, t: 100 - row, y: row }));
    const data = await prepare(rows, {
      split: specOf('split', 'chronological', { by: 't', train: 12, validation: 6, test: 6 }),
      transforms: window({ length: 3, stride: 3, time: 't' }),
    });
    expect(windowsOf(data, 'train')).toEqual([
      [23, 22, 21],
      [20, 19, 18],
      [17, 16, 15],
      [14, 13, 12],
    ]);
    expect(data.inputShape).toEqual([3, 1]);
  });

  it('keeps groups whole with the split grouped', async () => {
    const rows = count(60).map((row) => ({ x: row, who: `w${row % 6}`, y: row }));
    const data = await prepare(rows, {
      split: specOf('split', 'grouped', { group: 'who', train: 0.5, validation: 0.25, test: 0.25 }),
      transforms: window({ length: 10, group: 'who' }),
    });
    const all = PART_NAMES.flatMap((part) => windowsOf(data, part));
    expect(all.map(([first]) => first!).toSorted((a, b) => a - b)).toEqual(count(6));
  });

  it('labels by the last row, the majority, or any event', async () => {
    const names = ['a', 'a', 'b', 'a', 'c', 'b', 'b', 'a'];
    const rows = count(24).map((row) => ({ x: row, y: names[row % 8]! }));
    const labels = async (more: Record<string, unknown>) => {
      const data = await prepare(rows, { transforms: window({ length: 4, stride: 4, ...more }) });
      const { target, parts } = data;
      return [...parts.train.targets].map((code) =>
        target.kind === 'classes' ? target.classes[code] : code,
      );
    };
    expect(await labels({})).toEqual(['a', 'a', 'a']);
    expect(await labels({ label: 'majority' })).toEqual(['a', 'b', 'a']);
    expect(await labels({ label: 'any', event: 'c' })).toEqual(['a', 'c', 'a']);
  });

  it('says why there is no window, and refuses what it cannot cut', async () => {
    const rows = count(40).map((row) => ({ x: row, c: row % 2 === 0 ? 'u' : 'v', y: row }));
    const fail = (more: Partial<DataOptions>) => errorText(() => prepare(rows, more));
    expect(await fail({ split: specOf('split', 'random'), transforms: window({ length: 30 }) })).toMatch(
      /^nowhere in a part of 32 rows do 30 follow each other; the longest stretch has \d+\nat transforms\.0\.length\n→ Use the split chronological or grouped, no limit, and impute instead of dropping rows; or lower length\.$/,
    );
    expect(await fail({ features: ['x', 'c'], transforms: window({ length: 3 }) })).toBe(
      'a window takes columns of numbers, but "c" is one of categories\nat transforms.0.type\n→ Put oneHot before the window, or leave c out of features.',
    );
    expect(await fail({ transforms: window({ length: 3, label: 'majority' }) })).toBe(
      'label: majority is for classes, but "y" is a column of numbers\nat transforms.0.label\n→ Write label: last.',
    );
    expect(await fail({ transforms: window({ length: 3, group: 'gruop' }) })).toBe(
      'unknown column "gruop"\nat transforms.0.group\n→ The columns are x, c, y.',
    );
    expect(await fail({ targetTransforms: window({ length: 3 }) })).toBe(
      'window changes rows, not the values of targets\nat targetTransforms.0.type\n→ Put it into transforms: targets follow by themselves.',
    );
  });
});

describe('resample', () => {
  const at = (times: readonly number[]) => times.map((t) => ({ t, x: 10 * t, y: t }));
  const all = { split: specOf('split', 'chronological', { train: 1, validation: 0, test: 0 }) };
  const resample = (more: Record<string, unknown>) =>
    specOf('transform', 'resample', { time: 't', interval: 1, ...more });

  it('is exact on straight lines, and holds values where asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 20 }),
        async (ticks) => {
          const times = ticks.map((tick) => tick / 4);
          const linear = await prepare(at(times), { ...all, transforms: [resample({})] });
          const start = Math.min(...times);
          linear.parts.train.features.forEach((value, index) => {
            expect(value).toBeCloseTo(10 * (start + index), 3);
          });
          const held = await prepare(at(times), { ...all, transforms: [resample({ method: 'hold' })] });
          held.parts.train.features.forEach((value, index) => {
            expect(value).toBe(Math.fround(10 * Math.max(...times.filter((t) => t <= start + index + 1e-9))));
          });
          expect(linear.parts.train.rows).toBe(Math.floor(Math.max(...times) - start + 1e-9) + 1);
          expect([...linear.parts.train.targets]).toHaveLength(linear.parts.train.rows);
        },
      ),
      { seed: 12, numRuns: 40 },
    );
  });

  it('makes nothing up across a long pause, nor across parts, and windows after it keep to that', async () => {
    const times = [...count(20).map((row) => row / 2), ...count(20).map((row) => 100 + row / 2)];
    const data = await prepare(at(times), {
      split: specOf('split', 'chronological', { by: 't', train: 30, validation: 0, test: 10 }),
      transforms: [resample({ maximumGap: 5 }), ...window({ length: 3 })],
    });
    const train = windowsOf(data, 'train').map((own) => own.map((value) => value / 10));
    expect(train).toEqual([
      ...count(8).map((start) => [start, start + 1, start + 2]),
      ...count(3).map((start) => [100 + start, 101 + start, 102 + start]),
    ]);
    expect(windowsOf(data, 'test')[0]![0]).toBe(1050);
  });

  it('bridges rows that were dropped, and reads dates as seconds', async () => {
    const rows = [
      { t: '2024-01-01T00:00:00', x: 0, y: 0 },
      { t: '2024-01-01T00:00:10', x: null, y: 1 },
      { t: '2024-01-01T00:00:20', x: 2, y: 2 },
    ];
    const data = await prepare(rows, { ...all, missing: 'drop', transforms: [resample({ interval: 5 })] });
    expect([...data.parts.train.features]).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('refuses an interval in the wrong unit and a time that is missing', async () => {
    const seconds = at([0, 1e9]);
    expect(
      await errorText(() => prepare(seconds, { ...all, transforms: [resample({ interval: 0.1 })] })),
    ).toBe(
      'an interval of 0.1 makes 10000000001 rows of a part\nat transforms.0.interval\n→ Raise it; it is in the unit of the column of time, of dates in seconds.',
    );
    const rows = [...at([0, 1, 2]), { t: null, x: 1, y: 1 }];
    expect(await errorText(() => prepare(rows, { ...all, transforms: [resample({})] }))).toBe(
      'source inline, row 4, column "t": the value is missing, so it is unknown which rows follow each other.\n→ Fill it in the file, or leave the row out.',
    );
  });
});
