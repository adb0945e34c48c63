import { exercise, expect } from 'descent/grading';
import { drawCloud, leastSquaresSlope, meanLossOf, withOutlier } from './cloud.ts';
import { exports } from './exports.ts';
import { checkCrossentropies } from './hidden-crossentropies.ts';
import { draw, sumOf } from './probabilities.ts';

exercise('13-losses', exports, (context) => {
  const { check, student, stream } = context;

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

  checkCrossentropies(context);

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
