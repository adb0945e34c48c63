import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { trainingComponents } from '../components.ts';
import type { LossPart } from '../loss.ts';

const registry = createRegistry(trainingComponents);
const loss = (type: string, options: Record<string, unknown> = {}): LossPart =>
  registry.build('loss', fillDefaults(registry, 'loss', { type, ...options }), undefined);
const values = (tensor: tf.Tensor) => [...tensor.dataSync()];
const SEEDED = { seed: 1, numRuns: 50 };

beforeAll(() => prepareBackend('cpu'));

/** Rows of `width` numbers, up to four of them. */
const rows = (width: number, number: fc.Arbitrary<number>) =>
  fc.array(fc.array(number, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 });
const score = fc.double({ min: -8, max: 8, noNaN: true });
const closeTo = (actual: number[], expected: number[], tolerance: number) => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, index) => {
    expect(Math.abs(value - expected[index]!)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(expected[index]!)),
    );
  });
};
const softmax = (scores: number[]) => {
  const sum = scores.reduce((total, value) => total + Math.exp(value), 0);
  return scores.map((value) => Math.exp(value) / sum);
};
const mean = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

describe('regression losses', () => {
  const FORMULAS: Record<string, (error: number) => number> = {
    meanSquaredError: (error) => error ** 2,
    meanAbsoluteError: Math.abs,
    huber: (error) => (Math.abs(error) <= 1 ? error ** 2 / 2 : Math.abs(error) - 0.5),
    logCosh: (error) => Math.log(Math.cosh(error)),
  };

  it.each(Object.keys(FORMULAS))('%s follows its formula, as a mean over outputs', (type) => {
    fc.assert(
      fc.property(rows(3, score), (outputs) => {
        const targets = outputs.map((row) => row.map((_, index) => index - 1));
        const expected = outputs.map((row) =>
          mean(row.map((value, index) => FORMULAS[type]!(value - (index - 1)))),
        );
        closeTo(values(loss(type).perSample(tf.tensor2d(targets), tf.tensor2d(outputs))), expected, 1e-5);
      }),
      SEEDED,
    );
  });

  it('huber turns straight at delta', () => {
    const part = loss('huber', { delta: 2 });
    expect(values(part.perSample(tf.tensor2d([[0], [0]]), tf.tensor2d([[2], [5]])))).toEqual([2, 8]);
  });
});

describe('losses relative to the target', () => {
  const one = (type: string, targets: number[], outputs: number[], options = {}) =>
    values(loss(type, options).perSample(tf.tensor2d([targets]), tf.tensor2d([outputs])))[0]!;
  const gradientOf = (part: LossPart, targets: number[][], outputs: number[][]) =>
    values(
      tf.grad((at: tf.Tensor) => tf.sum(part.perSample(tf.tensor2d(targets), at)))(tf.tensor2d(outputs)),
    );

  it('logCosh stays finite for large differences, and its slope stays below 1', () => {
    expect(one('logCosh', [0], [1e4])).toBeCloseTo(1e4 - Math.LN2, 2);
    expect(gradientOf(loss('logCosh'), [[0], [0], [0]], [[1e4], [0], [-1e4]])).toEqual([1, 0, -1]);
  });

  it('meanAbsolutePercentageError counts targets near 0 as its floor', () => {
    expect(one('meanAbsolutePercentageError', [2, -4], [3, -3])).toBeCloseTo((50 + 25) / 2, 4);
    expect(one('meanAbsolutePercentageError', [0], [0.5], { floor: 0.1 })).toBeCloseTo(500, 3);
    expect(one('meanAbsolutePercentageError', [0], [0])).toBe(0);
  });

  it('meanSquaredLogarithmicError takes what is below 0 for 0', () => {
    expect(one('meanSquaredLogarithmicError', [0], [Math.E - 1])).toBeCloseTo(1, 5);
    expect(one('meanSquaredLogarithmicError', [0], [-5])).toBe(0);
  });

  it('cosineSimilarity knows the direction only, and a vector of length 0 has a finite gradient', () => {
    expect(one('cosineSimilarity', [1, 2], [10, 20])).toBeCloseTo(0, 5);
    expect(one('cosineSimilarity', [1, 2], [-1, -2])).toBeCloseTo(2, 5);
    expect(one('cosineSimilarity', [1, 0], [0, 3])).toBeCloseTo(1, 5);
    expect(one('cosineSimilarity', [1, 0], [0, 0])).toBe(1);
    expect(gradientOf(loss('cosineSimilarity'), [[1, 0]], [[0, 0]]).every(Number.isFinite)).toBe(true);
  });

  it('poisson is least at the count, and predicts rates', () => {
    const at = (rate: number) => one('poisson', [3], [rate], { output: 'rate' });
    expect(at(3)).toBeLessThan(at(2.9));
    expect(at(3)).toBeLessThan(at(3.1));
    expect(one('poisson', [3], [Math.log(2)])).toBeCloseTo(at(2), 5);
    expect([one('poisson', [3], [0], { output: 'rate' }), at(-1)].every(Number.isFinite)).toBe(true);
    closeTo(values(loss('poisson').predictions(tf.tensor2d([[0, Math.log(5)]]))), [1, 5], 1e-5);
  });

  it('klDivergence is 0 for the shares themselves, above it else, and finite at 0 and 1', () => {
    expect(one('klDivergence', [0.2, 0.8], [0.2, 0.8])).toBeCloseTo(0, 6);
    expect(one('klDivergence', [0.2, 0.8], [0.3, 0.7])).toBeGreaterThan(0.01);
    const part = loss('klDivergence');
    expect(one('klDivergence', [0, 1], [1, 0])).toBeCloseTo(-Math.log(1e-7), 3);
    expect(gradientOf(part, [[0, 1]], [[1, 0]]).every(Number.isFinite)).toBe(true);
    // Against one-hot shares it is the cross-entropy.
    const logits = [0.3, -1];
    const crossEntropy = values(
      loss('categoricalCrossentropy', { from: 'logits' }).perSample(
        tf.tensor2d([[0, 1]]),
        tf.tensor2d([logits]),
      ),
    )[0]!;
    expect(one('klDivergence', [0, 1], logits, { from: 'logits' })).toBeCloseTo(crossEntropy, 4);
  });

  it('hinge asks for a margin of 1 and lets be what is beyond it', () => {
    const targets = tf.tensor2d([[1], [1], [0], [0]]);
    const scores = tf.tensor2d([[2], [0.25], [-1], [0.5]]);
    expect(values(loss('hinge').perSample(targets, scores))).toEqual([0, 0.75, 0, 1.5]);
    closeTo(values(loss('hinge').predictions(tf.tensor2d([[Math.log(3)]]))), [0.25, 0.75], 1e-6);
  });
});

describe('cross-entropies', () => {
  it('agree with TensorFlow.js and with each other, from probabilities and from logits', () => {
    fc.assert(
      fc.property(rows(3, score), (scores) => {
        const labels = scores.map((_, index) => index % 3);
        const oneHot = tf.oneHot(labels, 3).toFloat();
        const logits = tf.tensor2d(scores);
        const probabilities = tf.tensor2d(scores.map(softmax));
        const expected = scores.map((row, index) => -Math.log(softmax(row)[labels[index]!]!));
        closeTo(values(loss('categoricalCrossentropy').perSample(oneHot, probabilities)), expected, 1e-4);
        closeTo(values(tf.metrics.categoricalCrossentropy(oneHot, probabilities)), expected, 1e-4);
        closeTo(
          values(loss('categoricalCrossentropy', { from: 'logits' }).perSample(oneHot, logits)),
          expected,
          1e-5,
        );
        const indices = tf.tensor1d(labels, 'int32');
        const sparse = 'sparseCategoricalCrossentropy';
        closeTo(values(loss(sparse).perSample(indices, probabilities)), expected, 1e-4);
        closeTo(values(loss(sparse, { from: 'logits' }).perSample(indices, logits)), expected, 1e-5);
      }),
      SEEDED,
    );
  });

  it('of two classes agrees with TensorFlow.js, from probabilities and from logits', () => {
    fc.assert(
      fc.property(rows(1, score), (scores) => {
        const targets = tf.tensor2d(scores.map((_, index) => [index % 2]));
        const logits = tf.tensor2d(scores);
        const expected = values(tf.metrics.binaryCrossentropy(targets, tf.sigmoid(logits)));
        closeTo(values(loss('binaryCrossentropy').perSample(targets, tf.sigmoid(logits))), expected, 1e-5);
        closeTo(
          values(loss('binaryCrossentropy', { from: 'logits' }).perSample(targets, logits)),
          expected,
          2e-4,
        );
      }),
      SEEDED,
    );
  });

  it('and their gradients are finite where the model is certain, rightly or wrongly', () => {
    const certain = tf.tensor2d([
      [0, 1],
      [1, 0],
    ]);
    const cases: [LossPart, tf.Tensor, tf.Tensor][] = [
      [loss('categoricalCrossentropy'), tf.tensor2d([[0, 1], [0, 1]]), certain], // prettier-ignore
      [loss('sparseCategoricalCrossentropy'), tf.tensor1d([1, 1], 'int32'), certain],
      [loss('binaryCrossentropy'), tf.tensor2d([[1], [1]]), tf.tensor2d([[1], [0]])],
      [loss('categoricalCrossentropy', { from: 'logits' }), tf.tensor2d([[0, 1], [0, 1]]), certain.mul(1e4)], // prettier-ignore
      [loss('binaryCrossentropy', { from: 'logits' }), tf.tensor2d([[1], [1]]), tf.tensor2d([[1e4], [-1e4]])],
    ];
    for (const [part, targets, outputs] of cases) {
      const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => tf.sum(part.perSample(targets, x)))(outputs);
      expect(values(value).every(Number.isFinite)).toBe(true);
      expect(values(value)[0]).toBeGreaterThan(10);
      expect(values(grad).every(Number.isFinite)).toBe(true);
    }
  });

  it('give probabilities of all classes as predictions', () => {
    const logits = tf.tensor2d([[0, Math.log(3)]]);
    const predictions = (type: string, from: string, outputs: tf.Tensor) =>
      values(loss(type, { from }).predictions(outputs));
    closeTo(predictions('categoricalCrossentropy', 'logits', logits), [0.25, 0.75], 1e-6);
    closeTo(predictions('binaryCrossentropy', 'probabilities', tf.tensor2d([[0.75]])), [0.25, 0.75], 1e-6);
    closeTo(predictions('binaryCrossentropy', 'logits', tf.tensor2d([[Math.log(3)]])), [0.25, 0.75], 1e-6);
  });

  it('say which head they need', () => {
    const head = (type: string, from: string) => loss(type, { from }).head;
    expect(head('binaryCrossentropy', 'probabilities')).toBe('probability');
    expect(head('binaryCrossentropy', 'logits')).toBe('logit');
    expect(head('categoricalCrossentropy', 'probabilities')).toBe('probabilities');
    expect(head('sparseCategoricalCrossentropy', 'logits')).toBe('logits');
  });
});

describe('the gradient of every loss', () => {
  const CASES: [string, Record<string, unknown>, tf.TensorLike, number[][]][] = [
    ['meanSquaredError', {}, [[1, -2]], [[0.3, 0.4]]],
    ['meanAbsoluteError', {}, [[1, -2]], [[0.3, 0.4]]],
    ['huber', {}, [[1, -2]], [[0.3, 0.4]]],
    ['binaryCrossentropy', {}, [[1], [0]], [[0.3], [0.6]]],
    ['binaryCrossentropy', { from: 'logits' }, [[1], [0]], [[0.3], [-2]]],
    ['categoricalCrossentropy', {}, [[0, 1, 0]], [[0.3, 0.2, 0.5]]],
    ['categoricalCrossentropy', { from: 'logits' }, [[0, 1, 0]], [[3, 0.2, -0.5]]],
    ['sparseCategoricalCrossentropy', {}, [1], [[0.3, 0.2, 0.5]]],
    ['sparseCategoricalCrossentropy', { from: 'logits' }, [1], [[3, 0.2, -0.5]]],
  ];

  it.each(CASES)('%s %o agrees with finite differences', (type, options, targets, outputs) => {
    const part = loss(type, options);
    const total = (at: tf.Tensor) => tf.sum(part.perSample(tf.tensor(targets as number[]), at));
    const gradient = values(tf.grad(total)(tf.tensor2d(outputs)));
    const step = 1e-2;
    const differences = outputs.flat().map((_, index) => {
      const moved = (by: number) => {
        const flat = outputs.flat().map((value, other) => (other === index ? value + by : value));
        return values(total(tf.tensor2d(flat, [outputs.length, outputs[0]!.length])))[0]!;
      };
      return (moved(step) - moved(-step)) / (2 * step);
    });
    closeTo(gradient, differences, 5e-3);
  });
});
