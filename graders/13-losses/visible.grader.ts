import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** The prediction of the slides (deck 002), whose right class is the last of three. */
const slide = { target: [0, 0, 1], probabilities: [0.15, 0.02, 0.83] };

/** Five points on the line y = 2x, but for the last one. */
const points = { xs: [1, 2, 3, 4, 5], ys: [2, 4, 6, 8, 30] };

exercise('13-losses', exports, ({ check, student }) => {
  check(
    'none, mean and sum of three losses',
    { task: 1, points: 2, hint: 'The sum is 9, and there are three of them.' },
    async () => {
      expect(await student.reduce([1, 2, 6], 'sum'), "reduce([1, 2, 6], 'sum')").toBeCloseTo(9, 6);
      expect(await student.reduce([1, 2, 6], 'mean'), "reduce([1, 2, 6], 'mean')").toBeCloseTo(3, 6);
      expect(await student.reduce([1, 2, 6], 'none'), "reduce([1, 2, 6], 'none')").toEqual([1, 2, 6]);
    },
  );

  check(
    'four distances by hand',
    {
      task: 2,
      points: 2,
      hint: 'The error is 2, then one half. Is it small, compared with delta = 1? Which of the four halves a square?',
    },
    async () => {
      expect(await student.squaredError(3, 1), 'squaredError(3, 1)').toBeCloseTo(4, 6);
      expect(await student.absoluteError(3, 1), 'absoluteError(3, 1)').toBeCloseTo(2, 6);
      expect(await student.huber(3, 1), 'huber(3, 1)').toBeCloseTo(1.5, 6);
      expect(await student.huber(1, 1.5), 'huber(1, 1.5)').toBeCloseTo(0.125, 6);
      expect(await student.logCosh(3, 1), 'logCosh(3, 1)').toBeCloseTo(1.325003, 5);
    },
  );

  check(
    'an error of a thousand',
    {
      task: 2,
      points: 1,
      hint: 'cosh(1000) is no number any more, but its logarithm is. Which of its two powers of e counts far from 0?',
    },
    async () => {
      expect(await student.logCosh(0, 1000), 'logCosh(0, 1000)').toBeCloseTo(999.306853, 5);
      expect(await student.logCosh(0, -1000), 'logCosh(0, -1000)').toBeCloseTo(999.306853, 5);
    },
  );

  check(
    'percent, ratios and counts',
    {
      task: 3,
      points: 3,
      hint: 'Percent of what? Which logarithms are compared, and what is added before? Whose logarithm is multiplied by the count?',
    },
    async () => {
      expect(await student.percentageError(200, 150), 'percentageError(200, 150)').toBeCloseTo(25, 6);
      expect(await student.squaredLogarithmicError(1, 3), 'squaredLogarithmicError(1, 3)').toBeCloseTo(
        0.480453,
        5,
      );
      expect(await student.poisson(3, 2), 'poisson(3, 2)').toBeCloseTo(-0.079442, 5);
    },
  );

  check(
    'same, right-angled and opposite directions',
    {
      task: 3,
      points: 2,
      hint: 'The cosine is 1, 0 and -1. Lengths are divided away; a length of 0 cannot be.',
    },
    async () => {
      expect(await student.cosineDistance([1, 2], [2, 4]), 'cosineDistance([1, 2], [2, 4])').toBeCloseTo(
        0,
        6,
      );
      expect(await student.cosineDistance([1, 2], [-2, 1]), 'cosineDistance([1, 2], [-2, 1])').toBeCloseTo(
        1,
        6,
      );
      expect(await student.cosineDistance([3, 4], [-3, -4]), 'cosineDistance([3, 4], [-3, -4])').toBeCloseTo(
        2,
        6,
      );
      expect(await student.cosineDistance([3, 4], [0, 0]), 'cosineDistance([3, 4], [0, 0])').toBeCloseTo(
        1,
        6,
      );
    },
  );

  check(
    'hinge on both sides',
    { task: 4, points: 1, hint: 'Label 0 wants a score of -1 or less: its s is not 0.' },
    async () => {
      expect(await student.hinge(1, 0.3), 'hinge(1, 0.3)').toBeCloseTo(0.7, 6);
      expect(await student.hinge(0, 0.3), 'hinge(0, 0.3)').toBeCloseTo(1.3, 6);
      expect(await student.hinge(1, 2), 'hinge(1, 2)').toBeCloseTo(0, 6);
    },
  );

  check(
    'one label out of two',
    {
      task: 4,
      points: 2,
      hint: 'A logit of 0 says that both labels are equally probable. One half is a probability, 0 is not one that fits here.',
    },
    async () => {
      const fromProbability = async (label: number) =>
        student.binaryCrossentropy(label, 0.83, 'probabilities');
      expect(await fromProbability(1), "binaryCrossentropy(1, 0.83, 'probabilities')").toBeCloseTo(
        0.18633,
        5,
      );
      expect(await fromProbability(0), "binaryCrossentropy(0, 0.83, 'probabilities')").toBeCloseTo(
        1.771957,
        5,
      );
      const even = await student.binaryCrossentropy(1, 0, 'logits');
      expect(even, "binaryCrossentropy(1, 0, 'logits')").toBeCloseTo(0.693147, 5);
      const surprised = await student.binaryCrossentropy(0, 2, 'logits');
      expect(surprised, "binaryCrossentropy(0, 2, 'logits')").toBeCloseTo(2.126928, 5);
    },
  );

  check(
    'sure of one of two, rightly and wrongly',
    {
      task: 4,
      points: 2,
      hint: 'ln 0 is -Infinity, so a probability needs a floor; and a logit must not become a probability at all.',
    },
    async () => {
      for (const p of [0, 1]) {
        const right = await student.binaryCrossentropy(p, p, 'probabilities');
        expect(right, `binaryCrossentropy(${p}, ${p}, 'probabilities')`).toBeCloseTo(0, 5);
        const wrong = await student.binaryCrossentropy(1 - p, p, 'probabilities');
        expect(wrong, `binaryCrossentropy(${1 - p}, ${p}, 'probabilities')`).toBeCloseTo(16.118096, 4);
      }
      const right = await student.binaryCrossentropy(1, 1000, 'logits');
      expect(right, "binaryCrossentropy(1, 1000, 'logits')").toBeCloseTo(0, 5);
      const wrong = await student.binaryCrossentropy(1, -1000, 'logits');
      expect(wrong, "binaryCrossentropy(1, -1000, 'logits')").toBeCloseTo(1000, 5);
    },
  );

  check(
    'the prediction of the slides',
    { task: 5, points: 2, hint: 'Only the probability of the right class counts, and that is 0.83.' },
    async () => {
      const sparse = await student.sparseCategoricalCrossentropy(2, slide.probabilities, 'probabilities');
      expect(sparse, 'sparseCategoricalCrossentropy').toBeCloseTo(0.18633, 5);
      const dense = await student.categoricalCrossentropy(slide.target, slide.probabilities, 'probabilities');
      expect(dense, 'categoricalCrossentropy').toBeCloseTo(0.18633, 5);
    },
  );

  check(
    'logits are not probabilities',
    {
      task: 5,
      points: 2,
      hint: 'Three equal logits give each class one third. Softmax comes first, or the logarithm of its denominator.',
    },
    async () => {
      for (const label of [0, 1, 2]) {
        const even = await student.sparseCategoricalCrossentropy(label, [0, 0, 0], 'logits');
        expect(even, 'sparseCategoricalCrossentropy of three equal logits').toBeCloseTo(1.098612, 5);
      }
      const dense = await student.categoricalCrossentropy(slide.target, [1, 2, 3], 'logits');
      expect(dense, "categoricalCrossentropy([0, 0, 1], [1, 2, 3], 'logits')").toBeCloseTo(0.407606, 5);
    },
  );

  check(
    'sure of one class, wrongly',
    {
      task: 5,
      points: 2,
      after: ['logits are not probabilities'],
      hint: 'A probability of 0 needs a floor. A logit of 10,000 needs its maximum subtracted, and the logarithm taken before anything is 0.',
    },
    async () => {
      const capped = await student.sparseCategoricalCrossentropy(1, [1, 0], 'probabilities');
      expect(capped, 'the loss where the right class has the probability 0').toBeCloseTo(16.118096, 4);
      const dense = await student.categoricalCrossentropy([0, 1], [1, 0], 'probabilities');
      expect(dense, 'the same with a list as target').toBeCloseTo(16.118096, 4);
      const far = await student.sparseCategoricalCrossentropy(1, [10000, -10000], 'logits');
      expect(far, 'the loss where the right logit is 20,000 lower').toBeCloseTo(20000, 4);
    },
  );

  check(
    'divergence from one half',
    {
      task: 5,
      points: 1,
      hint: 'What does it cost to predict the target itself? And whose shares weight the logarithms, t or p?',
    },
    async () => {
      const same = await student.klDivergence([0.25, 0.75], [0.25, 0.75]);
      expect(same, 'klDivergence of a target from itself').toBeCloseTo(0, 6);
      const other = await student.klDivergence([0.5, 0.5], [0.25, 0.75]);
      expect(other, 'klDivergence([0.5, 0.5], [0.25, 0.75])').toBeCloseTo(0.143841, 5);
    },
  );

  check(
    'gradient at three equal logits',
    {
      task: 5,
      points: 1,
      hint: 'The right logit should rise, the others fall. The gradient points the other way.',
    },
    async () => {
      const gradient = await student.logitGradient(1, [0, 0, 0]);
      expect(gradient, 'logitGradient(1, [0, 0, 0])').toHaveLength(3);
      [1 / 3, -2 / 3, 1 / 3].forEach((expected, c) => {
        expect(gradient[c], `item ${c} of logitGradient(1, [0, 0, 0])`).toBeCloseTo(expected, 5);
      });
    },
  );

  check(
    'what one outlier does to a line',
    {
      task: 6,
      points: 3,
      after: ['none, mean and sum of three losses', 'four distances by hand'],
      hint: 'Four points say 2, one says 6. Squares let that one pull hard; absolute values let the majority decide.',
    },
    async () => {
      const squared = await student.bestSlope(points.xs, points.ys, 'squaredError');
      expect(squared, 'the slope with the smallest mean squared error').toBeCloseTo(3.818182, 4);
      const absolute = await student.bestSlope(points.xs, points.ys, 'absoluteError');
      expect(absolute, 'the slope with the smallest mean absolute error').toBeCloseTo(2, 4);
    },
  );
});
