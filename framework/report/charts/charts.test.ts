import { describe, expect, it } from 'vitest';
import type { Html } from '../../page/html.ts';
import { drawComparison } from './comparison-chart.ts';
import { drawConfusionMatrix } from './confusion-chart.ts';
import { drawLearningCurve } from './learning-curve.ts';
import { drawPredictions, drawResiduals } from './prediction-chart.ts';
import { textWidth } from '../../page/charts/text-width.ts';
import { valueAxis } from './value-axis.ts';

/** What is written in a chart, with entities. */
const textsOf = (svg: Html) => [...svg.text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const descriptionOf = (svg: Html) => /<desc[^>]*>([^<]*)<\/desc>/.exec(svg.text)?.[1];

const curve = {
  name: 'loss',
  series: [
    {
      part: 'train',
      points: [1, 2, 3, 4].map((epoch) => ({ epoch, value: epoch === 3 ? null : 1 / epoch })),
    },
    { part: 'validation', points: [1, 2, 3, 4].map((epoch) => ({ epoch, value: 2 / epoch })) },
  ],
};

describe('a learning curve', () => {
  it('has a line per part, broken where a value is not a number, and marks the kept epoch', async () => {
    const svg = await drawLearningCurve(curve, 'loss', 2, 'loss: meanSquaredError');
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['epoch', 'loss: meanSquaredError', 'kept: epoch 2']),
    );
    const lines = [...svg.text.matchAll(/<path [^>]*d="([^"]*)"[^>]*stroke="(var\(--(?:first|second)\))"/g)];
    expect(lines.map(([, path, color]) => [color, path!.split('M').length - 1])).toEqual([
      ['var(--first)', 2],
      ['var(--second)', 1],
    ]);
    expect(descriptionOf(svg)).toBe(
      'train: from 1.000 at epoch 1 to 0.250 at epoch 4; not a number in 1 epoch. ' +
        'validation: from 2.000 at epoch 1 to 0.500 at epoch 4. Kept: epoch 2.',
    );
  });

  it('marks single points, which make no line', async () => {
    const single = { name: 'loss', series: [{ part: 'train', points: [{ epoch: 1, value: 0.5 }] }] };
    const svg = await drawLearningCurve(single, 'loss', 1, 'loss');
    expect(svg.text).toMatch(/<path[^>]*d="M[^"]*A[^"]*"[^>]*fill="var\(--first\)"/);
  });
});

describe('a value axis', () => {
  it('is logarithmic when positive values span more than two decades', () => {
    expect(valueAxis([1, 0.5], 'loss')).toEqual({
      title: 'loss',
      scale: { zero: false, nice: true },
      axis: { tickCount: 5 },
    });
    expect(valueAxis([2, 0.003], 'loss')).toEqual({
      title: 'loss, logarithmic',
      scale: { type: 'log', nice: true },
      axis: { values: [0.001, 0.01, 0.1, 1, 10], format: '~g' },
    });
    expect(valueAxis([2, 0], 'loss').title).toBe('loss');
    expect(valueAxis([1e-12, 1e12], 'loss').axis).toMatchObject({
      values: [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8, 1e12],
    });
  });

  it('writes very small and very large numbers short', () => {
    expect(valueAxis([3e-45, 2e-45], 'loss').axis).toEqual({ tickCount: 5, format: '~e' });
  });
});

describe('a confusion matrix', () => {
  it('shows every count, the classes on both axes, and its worst mistake in words', async () => {
    const classes = ['cat', 'dog'];
    const svg = await drawConfusionMatrix(
      {
        rowNames: classes,
        columnNames: classes,
        values: [
          [17, 3],
          [0, 9],
        ],
      },
      'matrix',
    );
    expect(textsOf(svg).sort()).toEqual(
      ['0', '17', '3', '9', 'cat', 'cat', 'dog', 'dog', 'predicted class', 'true class'].sort(),
    );
    expect(descriptionOf(svg)).toBe(
      '26 of 29 rows are on the diagonal. The most frequent mistake: cat taken for dog, 3 times.',
    );
  });

  it('draws names that hold quotes, markup, line ends and other scripts as text', async () => {
    const classes = ['"];alert(1)//', '<b>&amp;', 'two\u2028lines', '日本'];
    const values = classes.map((_, row) => classes.map((__, column) => Number(row === column)));
    const svg = await drawConfusionMatrix({ rowNames: classes, columnNames: classes, values }, 'matrix');
    expect(svg.text).not.toContain('<b>');
    expect(svg.text).toContain('&lt;b&gt;&amp;amp;');
    expect(svg.text).toContain('日本');
  });
});

describe('all charts', () => {
  const pairs = [
    { truth: 1, prediction: 1.5 },
    { truth: 2, prediction: 1.5 },
  ];
  const contenders = [
    { title: 'this model', value: 0.9, interval: [0.8, 1] as const, isModel: true },
    { title: 'most frequent class', value: null, interval: undefined, isModel: false },
  ];

  it('have a title and a description, scale with the page, and load nothing', async () => {
    const charts = [
      await drawLearningCurve(curve, 'a', 2, 'loss'),
      await drawComparison('accuracy', contenders, 'b'),
      await drawPredictions('mass', pairs, 'c'),
      await drawResiduals('mass', pairs, 'd'),
    ];
    for (const [index, { text }] of charts.entries()) {
      const id = 'abcd'.charAt(index);
      expect(text).toMatch(
        new RegExp(
          `^<svg [^>]*width="100%" style="max-width:\\d+px" role="img" aria-labelledby="${id}-title ${id}-text">`,
        ),
      );
      expect(text).toContain(`<title id="${id}-title">`);
      expect(text).toContain(`<desc id="${id}-text">`);
      expect(text.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:|href|<script|clip-path/);
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('bear a single point and points that are all equal', async () => {
    const one = await drawPredictions('mass', [{ truth: 3, prediction: 3 }], 'one');
    expect(one.text).not.toMatch(/NaN|undefined|Infinity/);
    const none = await drawResiduals('mass', [{ truth: 0, prediction: 0 }], 'none');
    expect(none.text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('textWidth', () => {
  it('tells narrow from wide characters and grows with the font', () => {
    expect(textWidth('ill', 10)).toBeLessThan(textWidth('www', 10));
    expect(textWidth('日本', 10)).toBeGreaterThan(textWidth('ab', 10));
    expect(textWidth('abc', 20)).toBe(2 * textWidth('abc', 10));
  });
});
