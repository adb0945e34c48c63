import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../component/json.ts';
import type { DataOptions } from './data-options.ts';
import { describePrepared, prepareData } from './pipeline.ts';
import type { PreparedData, PreparedPart } from './prepared-data.ts';
import {
  contextOf,
  dataOptions,
  errorText,
  inlineOptions,
  penguinOptions,
  registry,
  specOf,
} from './testing.ts';
import { restoreChain } from './transform-chain.ts';

const prepare = (options: DataOptions, seed = 7) => prepareData(options, contextOf(seed));
const partsOf = ({ parts }: PreparedData): PreparedPart[] => [parts.train, parts.validation, parts.test];

describe('penguins', () => {
  it('are prepared as the card promises', async () => {
    const data = await prepare(penguinOptions);
    const described = await describePrepared(penguinOptions, contextOf(7));
    expect(data.droppedRows).toBe(11);
    expect(partsOf(data).map(({ rows }) => rows)).toEqual([267, 33, 33]);
    expect(data.target).toEqual({
      kind: 'classes',
      name: 'species',
      classes: ['Adelie', 'Chinstrap', 'Gentoo'],
    });
    expect(data.featureNames.slice(-2)).toEqual(['sex=female', 'sex=male']);
    expect(described).toMatchObject({
      rows: 344,
      inputShape: data.inputShape,
      featureNames: data.featureNames,
      target: data.target,
      parts: ['train', 'validation', 'test'],
    });
    const counts = [0, 1, 2].map(
      (code) =>
        partsOf(data)
          .flatMap(({ targets }) => [...targets])
          .filter((target) => target === code).length,
    );
    expect(counts).toEqual([146, 68, 119]);
  });

  it('never takes a missing sex for a category', async () => {
    const data = await prepare(penguinOptions);
    const [female, male] = [4, 5].map((column) =>
      partsOf(data).reduce(
        (sum, { features }) =>
          sum + features.filter((_, index) => index % 6 === column).reduce((a, b) => a + b, 0),
        0,
      ),
    );
    expect([female, male]).toEqual([165, 168]);
    const unknown = [4, 9, 10, 11, 12, 48, 179, 219, 257, 269, 272];
    const used = new Set(partsOf(data).flatMap(({ sourceRows }) => [...sourceRows].map((row) => row + 1)));
    expect(unknown.filter((row) => used.has(row))).toEqual([]);
    expect(used.size).toBe(333);
  });

  it('fits transforms on the training part only', async () => {
    const { parts } = await prepare(penguinOptions);
    const { rows, features } = parts.train;
    for (let column = 0; column < 4; column++) {
      const values = features.filter((_, index) => index % 6 === column);
      const mean = values.reduce((sum, value) => sum + value, 0) / rows;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
      expect(Math.abs(mean)).toBeLessThan(1e-6);
      expect(variance).toBeCloseTo(1, 5);
    }
  });

  it('gives the same for the same seed, and the same split whatever else is drawn', async () => {
    const context = contextOf(7);
    context.stream.derive('model').uniform();
    expect((await prepareData(penguinOptions, context)).parts).toEqual((await prepare(penguinOptions)).parts);
    expect((await prepare(penguinOptions, 8)).parts.test.sourceRows).not.toEqual(
      (await prepare(penguinOptions)).parts.test.sourceRows,
    );
  });
});

describe('prepareData', () => {
  it('learns nothing from rows outside the training part', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1000),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        async (seed, changed) => {
          const rows = Array.from({ length: 20 }, (_, row) => ({
            x: row * row,
            c: row % 3 === 0 ? 'a' : 'b',
            y: row,
          }));
          const options = (source: object[]) =>
            inlineOptions(source, {
              target: 'y',
              transforms: [
                specOf('transform', 'impute', { strategy: 'mean' }),
                specOf('transform', 'clip', { quantile: 0.1 }),
                ...['standardize', 'minMax', 'oneHot'].map((type) => specOf('transform', type)),
              ],
              targetTransforms: [specOf('transform', 'standardize')],
            });
          const before = await prepare(options(rows), seed);
          const heldOut = new Set([...before.parts.validation.sourceRows, ...before.parts.test.sourceRows]);
          const after = await prepare(
            options(
              rows.map((row, index) => (heldOut.has(index) ? { ...row, x: changed, y: -changed } : row)),
            ),
            seed,
          );
          expect(after.transformState).toEqual(before.transformState);
          expect(after.parts.train).toEqual(before.parts.train);
        },
      ),
      { seed: 9, numRuns: 20 },
    );
  });

  it('brings targets back to their unit', async () => {
    const rows = Array.from({ length: 8 }, (_, row) => ({ x: row, a: 1000 + row, b: -row }));
    const targetTransforms = [specOf('transform', 'standardize'), specOf('transform', 'minMax')];
    const data = await prepare(
      inlineOptions(rows, { target: ['a', 'b'], features: ['x'], targetTransforms }),
    );
    for (const { targets, sourceRows } of partsOf(data)) {
      const back = data.invertTarget(targets as Float32Array);
      sourceRows.forEach((row, index) => {
        expect(back[2 * index]).toBeCloseTo(1000 + row, 2);
        expect(back[2 * index + 1]).toBeCloseTo(-row, 2);
      });
    }
  });

  it('keeps rows with missing values for impute', async () => {
    const rows = Array.from({ length: 8 }, (_, row) => ({ x: row === 3 ? null : 1, y: row }));
    const data = await prepare(
      inlineOptions(rows, { target: 'y', missing: 'keep', transforms: [specOf('transform', 'impute')] }),
    );
    expect(partsOf(data).flatMap(({ features }) => [...features])).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('saves transforms that are restored to the same', async () => {
    const data = await prepare(penguinOptions);
    const saved = JSON.parse(JSON.stringify(data.transformState)) as { features: Json };
    const restored = restoreChain(penguinOptions.transforms, saved.features, registry);
    expect(restored.map(({ state }) => state)).toEqual(
      (data.transformState as { features: { state: Json }[] }).features.map(({ state }) => state),
    );
    expect(
      await errorText(() => restoreChain([specOf('transform', 'minMax')], saved.features, registry)),
    ).toBe('the saved state is not one of 1 transforms');
  });

  it('uses a limited number of rows, the same ones for the same seed', async () => {
    const options = { ...penguinOptions, limit: 100 };
    const data = await prepare(options);
    const rows = partsOf(data).reduce((sum, part) => sum + part.rows, 0);
    expect(rows + data.droppedRows).toBe(100);
    expect((await prepare(options)).parts).toEqual(data.parts);
    expect((await describePrepared(options, contextOf(7))).rows).toBe(100);
  });

  it('passes images on as they are', async () => {
    const data = await prepare(
      dataOptions({
        source: specOf('source', 'idx', { dataset: 'mnist', part: 'test' }),
        target: 'label',
        limit: 100,
        transforms: [specOf('transform', 'scaleImage')],
      }),
    );
    expect(data.inputShape).toEqual([28, 28, 1]);
    expect(data.featureNames).toEqual([]);
    expect(data.parts.train.features).toHaveLength(80 * 784);
    expect(Math.max(...data.parts.train.features)).toBe(1);
    expect(data.quality).toEqual([]);
  });
});
