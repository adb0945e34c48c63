import { describe, expect, it } from 'vitest';
import type { DataOptions } from './data-options.ts';
import { describePrepared, prepareData } from './pipeline.ts';
import { contextOf, errorText, inlineOptions, specOf } from './testing.ts';

const prepare = (options: DataOptions) => prepareData(options, contextOf(7));

describe('faults are named by their place in the section data', () => {
  const rows = Array.from({ length: 8 }, (_, row) => ({ x: row, c: row % 2 === 0 ? 'a' : 'b', y: row }));
  const describeWith = (options: Partial<DataOptions>) =>
    errorText(() =>
      describePrepared(inlineOptions(rows, { target: 'y', features: ['x'], ...options }), contextOf(7)),
    );

  it.each<[Partial<DataOptions>, string]>([
    [{ features: ['x', 'z'] }, 'unknown column "z"\nat features.1\n→ The columns are x, c, y.'],
    [{ target: 'yy' }, 'unknown column "yy"\nat target\n→ Did you mean "y"?'],
    [
      { target: ['y', 'c'] },
      'of several targets all must be numbers, but "c" is a column of categories\nat target\n→ Choose one column of categories, or columns of numbers.',
    ],
    [
      { features: ['x', 'y'] },
      'the target is among the features: "y"\nat features.1\n→ Remove it from features.',
    ],
    [{ features: ['x', 'x'] }, 'a feature is named twice: "x"\nat features.1\n→ Remove it from features.'],
    [
      { features: ['x', 'c'] },
      'the feature "c" is a column of categories; models take numbers\nat transforms\n→ Add the transform { type: oneHot, columns: [c] }, or leave it out of features.',
    ],
    [
      { transforms: [specOf('transform', 'standardize'), specOf('transform', 'minMax', { columns: ['c'] })] },
      'unknown column "c"\nat transforms.1.columns.0\n→ The columns here are x.',
    ],
    [
      { target: 'c', targetTransforms: [specOf('transform', 'standardize')] },
      'the target "c" is one of categories and is not transformed\nat targetTransforms.0\n→ Remove targetTransforms; the loss decides how classes are encoded.',
    ],
    [
      { split: specOf('split', 'random', { stratify: ['y'] }) },
      '"y" is a column of numbers, not of categories\nat split.stratify.0\n→ Stratify by columns of categories only.',
    ],
    [
      { source: specOf('source', 'csv', { dataset: 'pengins' }) },
      'unknown data set "pengins"\nat source.dataset\n→ Did you mean "penguins"?',
    ],
  ])('%#', async (options, message) => {
    expect(await describeWith(options)).toBe(message);
  });

  it('names row and column of a missing value', async () => {
    const gap = rows.map((row, index) => (index === 5 ? { ...row, x: null } : row));
    const fails = (options: Partial<DataOptions>) =>
      errorText(() => prepare(inlineOptions(gap, { target: 'y', features: ['x'], ...options })));
    expect(await fails({})).toBe(
      'source inline, row 6, column "x": the value is missing.\n→ Write missing: drop to leave such rows out, or missing: keep and add the transform impute.',
    );
    expect(await fails({ missing: 'keep' })).toBe(
      'source inline, row 6, column "x": the value is missing after all transforms.\n→ Drop such rows (missing: drop), or add the transform impute.',
    );
    expect(await fails({ target: 'x', features: ['y'], missing: 'keep' })).toBe(
      'source inline, row 6, column "x": the value is missing.\n→ A row without a target cannot be learned from: write missing: drop, or complete the file.',
    );
  });

  it('refuses numbers beyond 32-bit floats and a target transform that cannot be undone', async () => {
    const large = rows.map((row) => ({ ...row, x: 1e39 }));
    expect(await errorText(() => prepare(inlineOptions(large, { target: 'y', features: ['x'] })))).toMatch(
      /^source inline, row \d, column "x": "1e\+39" is too large for the 32-bit floats of the model\.\n→ Add the transform standardize, or use another unit\.$/,
    );
    const options = inlineOptions(rows, {
      target: 'y',
      features: ['x'],
      targetTransforms: [specOf('transform', 'impute')],
    });
    expect(await errorText(() => prepare(options))).toBe(
      'this transform cannot be undone, so predictions would stay in its unit\nat targetTransforms.0\n→ Use standardize or minMax for targets.',
    );
  });
});
