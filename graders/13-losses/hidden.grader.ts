import { exercise, expect, type Stream } from 'descent/grading';
import { exports } from './exports.ts';
import { drawCloud, leastSquaresSlope, meanLossOf, withOutlier } from './cloud.ts';

const draw = (stream: Stream, count: number): number[] =>
  Array.from({ length: count }, () => stream.normal());

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Shares that sum to 1, each at least a little above 0. */
function drawShares(stream: Stream, classes: number): number[] {
  const parts = Array.from({ length: classes }, () => 0.1 + stream.uniform());
  return parts.map((part) => part / sumOf(parts));
}

/** The probabilities of logits that are not large. */
function softmaxOf(logits: readonly number[]): number[] {
  const powers = logits.map(Math.exp);
  return powers.map((power) => power / sumOf(powers));
}

/** −Σ t·ln p. */
function crossentropyOf(target: readonly number[], probabilities: readonly number[]): number {
  return -sumOf(target.map((share, c) => share * Math.log(probabilities[c]!)));
}

exercise('13-losses', exports, ({ check, student, stream }) => {
  check(
    'reductions of any list',
    { task: 1, points: 1, hint: 'Does it work for one loss, and for ten, in any order?' },
    async () => {
      const random = stream('reductions');
      for (const count of [1, 4, 10]) {
        const losses = draw(random, count).map(Math.abs);
        expect(await student.reduce(losses, 'sum'), `the sum of ${count} losses`).toBeCloseTo(
          sumOf(losses),
          6,
        );
        const mean = await student.reduce(losses, 'mean');
        expect(mean, `the mean of ${count} losses`).toBeCloseTo(sumOf(losses) / count, 6);
        expect(await student.reduce(losses, 'none'), `${count} losses, not reduced`).toEqual(losses);
      }
    },
  );

  check(
    'distances anywhere',
    {
      task: 2,
      points: 3,
      hint: 'Errors of both signs and of all sizes: no loss is below 0, and delta is where the square of huber ends.',
    },
    async () => {
      const random = stream('distances');
      for (const sign of [1, -1]) {
        for (const size of [0, 0.3, 1, 4]) {
          const target = random.normal();
          const error = sign * size * (1 + random.uniform());
          const prediction = target + error;
          const square = await student.squaredError(target, prediction);
          expect(square, 'squaredError').toBeCloseTo(error ** 2, 6);
          const absolute = await student.absoluteError(target, prediction);
          expect(absolute, 'absoluteError').toBeCloseTo(Math.abs(error), 6);
          const cosh = await student.logCosh(target, prediction);
          expect(cosh, 'logCosh').toBeCloseTo(Math.log(Math.cosh(error)), 6);
          // Once the error is small, once it is large.
          const wide = Math.abs(error) + 0.5 + random.uniform();
          const inside = await student.huber(target, prediction, wide);
          expect(inside, `huber with delta ${wide}`).toBeCloseTo(error ** 2 / 2, 6);
          const narrow = 0.1 + 0.1 * random.uniform();
          const outside = await student.huber(target, prediction, narrow);
          const line = size === 0 ? 0 : narrow * Math.abs(error) - narrow ** 2 / 2;
          expect(outside, `huber with delta ${narrow}`).toBeCloseTo(line, 6);
        }
      }
    },
  );

  check(
    'percent, ratios and counts anywhere',
    {
      task: 3,
      points: 2,
      hint: 'A target may be negative, or 0; a count of 0 is possible, and so is a predicted rate of 0.',
    },
    async () => {
      const random = stream('quantities');
      for (const sign of [1, -1]) {
        const target = sign * (1 + random.uniform());
        const prediction = random.normal();
        const percent = await student.percentageError(target, prediction);
        const expected = 100 * Math.abs((prediction - target) / target);
        expect(percent, `percentageError(${target}, ${prediction})`).toBeCloseTo(expected, 5);
      }
      const ofNothing = await student.percentageError(0, 1e-9);
      expect(ofNothing, 'percentageError(0, 1e-9)').toBeCloseTo(1, 5);
      const [low, high] = [random.uniform(), 5 + 5 * random.uniform()];
      const logarithmic = await student.squaredLogarithmicError(low, high);
      const ratio = (1 + high) / (1 + low);
      expect(logarithmic, `squaredLogarithmicError(${low}, ${high})`).toBeCloseTo(Math.log(ratio) ** 2, 6);
      const count = 1 + random.integer(9);
      const atCount = await student.poisson(count, count);
      expect(atCount, `poisson(${count}, ${count})`).toBeCloseTo(count - count * Math.log(count), 6);
      for (const rate of [0.5 * count, 2 * count]) {
        const beside = await student.poisson(count, rate);
        expect(beside, `poisson(${count}, ${rate}), beside its lowest point,`).toBeGreaterThan(atCount);
      }
      expect(await student.poisson(0, 0), 'poisson(0, 0)').toBeCloseTo(0, 5);
      expect(await student.poisson(1, 0), 'poisson(1, 0)').toBeCloseTo(16.118096, 4);
    },
  );

  check(
    'directions of any length',
    {
      task: 3,
      points: 1,
      hint: 'Twice as long a list points to the same direction. Are there two lengths to divide by?',
    },
    async () => {
      const random = stream('directions');
      for (const dimensions of [2, 3, 6]) {
        const [one, other] = [draw(random, dimensions), draw(random, dimensions)];
        const dot = sumOf(one.map((value, i) => value * other[i]!));
        const expected = 1 - dot / Math.hypot(...one) / Math.hypot(...other);
        expect(await student.cosineDistance(one, other), 'cosineDistance').toBeCloseTo(expected, 6);
        const stretched = one.map((value) => 7 * value);
        const same = await student.cosineDistance(stretched, other);
        expect(same, 'cosineDistance after stretching one list').toBeCloseTo(expected, 6);
      }
    },
  );

  check(
    'two classes anywhere',
    {
      task: 4,
      points: 2,
      hint: 'From a logit and from its sigmoid the loss is the same. A label may be a share, such as 0.3: both terms count then.',
    },
    async () => {
      const random = stream('two classes');
      for (let trial = 0; trial < 6; trial++) {
        const logit = 3 * random.normal();
        for (const label of [0, 1, 0.1 + 0.3 * random.uniform()]) {
          const expected = Math.log(1 + Math.exp(logit)) - label * logit;
          const fromLogit = await student.binaryCrossentropy(label, logit, 'logits');
          expect(fromLogit, `the loss of the label ${label} and the logit ${logit}`).toBeCloseTo(expected, 5);
          const p = 1 / (1 + Math.exp(-logit));
          const fromProbability = await student.binaryCrossentropy(label, p, 'probabilities');
          expect(fromProbability, `the loss of the label ${label} and the probability ${p}`).toBeCloseTo(
            expected,
            4,
          );
        }
        const score = 2 * random.normal();
        const pair = (await student.hinge(1, score)) + (await student.hinge(0, score));
        expect(pair, `the hinge of ${score} for both labels together`).toBeCloseTo(
          Math.max(2, 1 + Math.abs(score)),
          6,
        );
      }
    },
  );

  check(
    'crossentropies of any classes',
    {
      task: 5,
      points: 2,
      hint: 'Any number of classes, any of them the right one, probable or not. In a target of shares each of them counts.',
    },
    async () => {
      const random = stream('classes');
      for (const classes of [2, 4, 7]) {
        const logits = draw(random, classes).map((value) => 2 * value);
        const probabilities = softmaxOf(logits);
        const shares = drawShares(random, classes);
        const dense = crossentropyOf(shares, probabilities);
        for (const [from, outputs] of [
          ['logits', logits],
          ['probabilities', probabilities],
        ] as const) {
          const ofShares = await student.categoricalCrossentropy(shares, outputs, from);
          expect(ofShares, `the loss of a target of shares, from ${from}`).toBeCloseTo(dense, 4);
          for (const label of probabilities.keys()) {
            const expected = -Math.log(probabilities[label]!);
            const sparse = await student.sparseCategoricalCrossentropy(label, outputs, from);
            expect(sparse, `the loss of the class ${label}, from ${from}`).toBeCloseTo(expected, 4);
            const oneHot = probabilities.map((_, c) => (c === label ? 1 : 0));
            const same = await student.categoricalCrossentropy(oneHot, outputs, from);
            expect(same, `the loss with 1 at the class ${label}, from ${from}`).toBeCloseTo(expected, 4);
          }
        }
      }
    },
  );

  check(
    'crossentropy is entropy plus divergence',
    {
      task: 5,
      points: 2,
      hint: 'The divergence is never below 0, and 0 only where both are the same. A share of 0 adds nothing, whatever p is.',
    },
    async () => {
      const random = stream('divergence');
      for (const classes of [2, 3, 6]) {
        const [target, probabilities] = [drawShares(random, classes), drawShares(random, classes)];
        const expected = crossentropyOf(target, probabilities) - crossentropyOf(target, target);
        const divergence = await student.klDivergence(target, probabilities);
        expect(divergence, 'the divergence').toBeCloseTo(expected, 5);
        const oneHot = probabilities.map((_, c) => (c === 1 ? 1 : 0));
        const certain = await student.klDivergence(oneHot, probabilities);
        expect(certain, 'the divergence from a target with 1 at one class').toBeCloseTo(
          -Math.log(probabilities[1]!),
          5,
        );
      }
    },
  );

  check(
    'gradient by finite differences',
    {
      task: 5,
      points: 2,
      hint: 'Away from equal logits each class has a probability of its own. What does the gradient add up to?',
    },
    async () => {
      const random = stream('gradient');
      for (const classes of [2, 5]) {
        const logits = draw(random, classes);
        const label = random.integer(classes);
        const gradient = await student.logitGradient(label, logits);
        // The loss is computed here, so that a wrong loss with its own gradient gains nothing.
        await expect(gradient, 'the gradient').toMatchFiniteDifferences(
          (beside) => -Math.log(softmaxOf(beside)[label]!),
          logits,
        );
      }
    },
  );

  check(
    'the best line of each loss',
    {
      task: 6,
      points: 2,
      hint: 'The loss that was named, of y against the slope times x, over all points: is it lower anywhere else?',
    },
    async () => {
      const random = stream('best line');
      const cloud = withOutlier(drawCloud(random), random);
      const squared = await student.bestSlope(cloud.xs, cloud.ys, 'squaredError');
      expect(squared, 'the slope for squaredError').toBeCloseTo(leastSquaresSlope(cloud), 4);
      for (const name of ['absoluteError', 'huber', 'logCosh'] as const) {
        const slope = await student.bestSlope(cloud.xs, cloud.ys, name);
        const loss = meanLossOf(name, slope, cloud);
        for (const beside of [slope - 0.02, slope + 0.02]) {
          expect(loss, `the mean ${name} at your slope, compared with beside it,`).toBeLessThanOrEqual(
            meanLossOf(name, beside, cloud),
          );
        }
      }
    },
  );

  // How far the outlier moves the most sensitive of the three, as a part of how far it moves least squares. The solution, 400 seeds,
  // plain arithmetic: mean 0.023, sd 0.009, worst 0.079; 0.1 is 8 standard deviations above the mean.
  check(
    'outliers hardly move a robust line',
    {
      task: 6,
      points: 3,
      partial: [
        [0.3, 1],
        [0.1, 3],
      ],
      hint: 'Compare the slopes with and without the outlier: which losses let a single point pull without limit?',
    },
    async () => {
      const random = stream('outlier');
      const cloud = drawCloud(random);
      const spoiled = withOutlier(cloud, random);
      const pull = Math.abs(leastSquaresSlope(spoiled) - leastSquaresSlope(cloud));
      let largest = 0;
      for (const name of ['absoluteError', 'huber', 'logCosh'] as const) {
        const before = await student.bestSlope(cloud.xs, cloud.ys, name);
        const after = await student.bestSlope(spoiled.xs, spoiled.ys, name);
        expect(before, `the slope for ${name} without an outlier`).toBeCloseTo(cloud.slope, 0);
        largest = Math.max(largest, Math.abs(after - before) / pull);
      }
      return largest;
    },
  );
});
