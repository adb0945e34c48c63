import { exercise, expect, type Stream } from 'descent/grading';
import { exports } from './exports.ts';
import {
  distanceOf,
  drawPoints,
  largestStableRate,
  leastSquares,
  lossOf,
  mistakesOf,
  netOf,
  stepOf,
  zeros,
  type Points,
} from './points.ts';

const draw = (stream: Stream, count: number): number[] =>
  Array.from({ length: count }, () => stream.normal());

/** A few points of several features, with any targets: a gradient has to be right where nothing can be separated, too. */
function drawAny(stream: Stream, features: number): Points {
  const xs = Array.from({ length: 7 }, () => draw(stream, features));
  return { xs, ys: xs.map(() => (stream.uniform() < 0.5 ? -1 : 1)) };
}

/** The same points with the first feature in other units. */
function inOtherUnits({ xs, ys }: Points, factor: number): Points {
  return { xs: xs.map(([first, ...others]) => [factor * first!, ...others]), ys };
}

exercise('06-adaline', exports, ({ check, student, stream }) => {
  check(
    'any number of features',
    { task: 1, points: 1, hint: 'Does your sum run over all features, however many there are?' },
    async () => {
      const random = stream('net');
      for (let features = 1; features <= 5; features++) {
        for (let point = 0; point < 12; point++) {
          const [w, b, x] = [draw(random, features), random.normal(), draw(random, features)];
          const expected = netOf({ w, b }, x);
          const received = await student.net(w, b, x);
          expect(received, `the net input of ${features} features`).toBeCloseTo(expected, 5);
          const named = await student.classify(w, b, x);
          expect(named, `the class of a point of ${features} features`).toBe(expected > 0 ? 1 : -1);
        }
      }
    },
  );

  check(
    'the loss on other points',
    { task: 2, points: 2, hint: 'Is it the sum over all points that were given, with their own targets?' },
    async () => {
      const random = stream('loss');
      for (const features of [1, 3]) {
        const points = drawAny(random, features);
        const neuron = { w: draw(random, features), b: random.normal() };
        const loss = await student.sse(neuron.w, neuron.b, points);
        expect(loss, `the loss on 7 points of ${features} features`).toBeCloseTo(lossOf(neuron, points), 4);
      }
    },
  );

  check(
    'gradient equals finite differences',
    {
      task: 3,
      points: 3,
      hint: 'Move one weight a little, compute the loss on both sides, divide the difference by the distance: is that its slope? Then the bias.',
    },
    async () => {
      const random = stream('gradient');
      for (let features = 1; features <= 4; features++) {
        const points = drawAny(random, features);
        const [w, b] = [draw(random, features), random.normal()];
        const { dw, db } = await student.sseGrad(w, b, points);
        expect(dw, `dw of ${features} features`).toHaveLength(features);
        await expect([...dw, db], 'the list of dw and then db').toMatchFiniteDifferences(
          (at: readonly number[]) => lossOf({ w: at.slice(0, -1), b: at.at(-1)! }, points),
          [...w, b],
        );
      }
    },
  );

  check(
    'the loss falls at every epoch',
    {
      task: 4,
      points: 2,
      hint: 'Is the learning rate that was given used, and does each epoch begin where the last one ended?',
    },
    async () => {
      const random = stream('descent');
      const points = drawPoints(random, 100, 0.1);
      const lr = (0.2 + 0.7 * random.uniform()) * largestStableRate(points);
      let before = lossOf(zeros(points), points);
      for (let epochs = 1; epochs <= 8; epochs++) {
        const { losses, ...neuron } = await student.trainBatch(points, { lr, epochs });
        const loss = lossOf(neuron, points);
        expect(loss, `the loss after epoch ${epochs}`).toBeLessThan(before);
        expect(losses, `the losses of ${epochs} epochs`).toHaveLength(epochs + 1);
        expect(losses[epochs], 'the last of the losses').toBeCloseTo(loss, 4);
        before = loss;
      }
    },
  );

  // What is left shrinks to two thirds or less at each epoch: after 100 of them the solution is at the least-squares neuron up
  // to rounding: 4e-15 on the worst of 20 seeds (mean 8e-16, sd 8e-16; plain arithmetic, on any backend).
  check(
    'the least-squares neuron',
    {
      task: 4,
      points: 3,
      partial: [
        [0.1, 1],
        [0.01, 3],
      ],
      hint: 'At the bottom of the loss every slope is 0. Does each epoch use all points, and go down from where it is?',
    },
    async () => {
      const points = drawPoints(stream('least squares'), 200, 0.1);
      const lr = 0.5 * largestStableRate(points);
      const neuron = await student.trainBatch(points, { lr, epochs: 100 });
      return distanceOf(neuron, leastSquares(points));
    },
  );

  check(
    'goes on after the last mistake',
    {
      task: 4,
      points: 1,
      hint: 'A perceptron rests when nothing is wrong any more. What is the error of a point whose net input is 0.3?',
    },
    async () => {
      // Far enough from the line for the least-squares neuron to make no mistake: so on 500 of 500 seeds, after at most 72 epochs.
      const points = drawPoints(stream('no mistakes'), 100, 0.3);
      const lr = 0.05 * largestStableRate(points);
      let ours = zeros(points);
      let epochs = 0;
      while (mistakesOf(ours, points) > 0 && epochs < 200) {
        ours = stepOf(ours, points, lr);
        epochs++;
      }
      const rested = await student.trainBatch(points, { lr, epochs });
      expect(mistakesOf(rested, points), `the mistakes after ${epochs} epochs`).toBe(0);
      const later = await student.trainBatch(points, { lr, epochs: epochs + 50 });
      expect(lossOf(later, points), 'the loss 50 epochs after the last mistake').toBeLessThan(
        lossOf(rested, points),
      );
    },
  );

  check(
    'says when it diverges',
    {
      task: 4,
      points: 1,
      hint: 'The loop ends as soon as the loss is larger than at the beginning. And what does a comparison with NaN say?',
    },
    async () => {
      const points = drawPoints(stream('divergence'), 50, 0.1);
      const limit = largestStableRate(points);
      const below = await student.trainBatch(points, { lr: 0.97 * limit, epochs: 100 });
      expect(below.diverged, '"diverged" just below the limit').toBe(false);
      const above = await student.trainBatch(points, { lr: 1.1 * limit, epochs: 500 });
      expect(above.diverged, '"diverged" just above the limit').toBe(true);
      expect(above.losses.length, 'the number of losses of a training that diverges').toBeLessThan(501);
      // The first step overflows the weights to Infinity and -Infinity: some sums are NaN.
      const steep = {
        xs: [
          [3, -3],
          [1, 1],
        ],
        ys: [1, -1],
      };
      const overflowing = await student.trainBatch(steep, { lr: 1e308, epochs: 3 });
      expect(overflowing.diverged, '"diverged" where the loss is no number any more').toBe(true);
    },
  );

  check(
    'the delta rule on any points',
    {
      task: 5,
      points: 3,
      hint: 'Each point moves the neuron that the point before it left behind, by 2 · lr · its error · its features.',
    },
    async () => {
      const random = stream('online');
      for (const features of [1, 2, 4]) {
        const points = drawAny(random, features);
        const lr = 0.01 + 0.02 * random.uniform();
        let ours = zeros(points);
        for (let epoch = 0; epoch < 3; epoch++) {
          points.xs.forEach((x, i) => (ours = stepOf(ours, { xs: [x], ys: [points.ys[i]!] }, lr)));
        }
        const { w, b, losses } = await student.trainOnline(points, { lr, epochs: 3 });
        expect(w, `the weights of ${features} features`).toHaveLength(features);
        w.forEach((weight, j) => {
          expect(weight, `w[${j}] after 3 epochs`).toBeCloseTo(ours.w[j]!, 5);
        });
        expect(b, 'b after 3 epochs').toBeCloseTo(ours.b, 5);
        expect(losses, 'the losses of 3 epochs').toHaveLength(4);
        expect(losses[3], 'the last of the losses').toBeCloseTo(lossOf(ours, points), 4);
      }
    },
  );

  check(
    'says when single steps diverge',
    { task: 5, points: 1, hint: 'Compare the loss of all points after each epoch with the first one.' },
    async () => {
      const points = drawPoints(stream('online divergence'), 50, 0.1);
      // Between two steps the error of a point with bias grows if 2·lr·(|x|² + 1) is above 2; at 4 it does for all of them.
      const { diverged, losses } = await student.trainOnline(points, { lr: 4, epochs: 200 });
      expect(diverged, '"diverged" with lr 4').toBe(true);
      expect(losses.length, 'the number of losses of a training that diverges').toBeLessThan(201);
      const small = await student.trainOnline(points, { lr: 0.001, epochs: 20 });
      expect(small.diverged, '"diverged" with lr 0.001').toBe(false);
    },
  );

  check(
    'features of any size',
    {
      task: 6,
      points: 2,
      hint: 'Whatever the largest absolute value is, it becomes 1 or −1. And if all values of a feature are 0?',
    },
    async () => {
      const random = stream('scale');
      const sizes = [1e-3, 1, 40, 1e5];
      const xs = Array.from({ length: 9 }, () => sizes.map((size) => size * random.normal()));
      const largest = sizes.map((_, j) => Math.max(...xs.map((x) => Math.abs(x[j]!))));
      const scaled = await student.scaleFeatures(xs);
      expect(scaled, 'the scaled points').toHaveShape([9, 4]);
      xs.forEach((x, i) => {
        x.forEach((feature, j) => {
          expect(scaled[i]![j], `feature ${j} of point ${i}`).toBeCloseTo(feature / largest[j]!, 6);
        });
      });
      const [first, second] = await student.scaleFeatures([
        [2, 0],
        [-8, 0],
      ]);
      expect(first, 'the first of two points without a second feature').toEqual([0.25, 0]);
      expect(second, 'the second of them').toEqual([-1, 0]);
    },
  );

  // Share of the loss that training could still take away. Scaled, the solution leaves at most 2e-7 after 30 epochs; in
  // other units it leaves at least 0.075 after 1,500 (500 seeds).
  check(
    'fifty times as many epochs',
    {
      task: 6,
      points: 2,
      hint: 'With one feature a thousand times as large, the largest learning rate that works is a million times as small.',
    },
    async () => {
      const drawn = drawPoints(stream('units'), 100, 0.1);
      const raw = inOtherUnits(drawn, 1000);
      const scaled = { xs: await student.scaleFeatures(raw.xs), ys: raw.ys };
      expect(scaled.xs, 'the scaled points').toHaveShape([100, 2]);
      const excess = async (points: Points, epochs: number) => {
        const neuron = await student.trainBatch(points, { lr: 0.5 * largestStableRate(points), epochs });
        const [start, floor] = [lossOf(zeros(points), points), lossOf(leastSquares(points), points)];
        return (lossOf(neuron, points) - floor) / (start - floor);
      };
      expect(await excess(scaled, 30), 'what 30 epochs on scaled features leave').toBeLessThan(0.01);
      expect(await excess(raw, 1500), 'what 1,500 epochs on the others leave').toBeGreaterThan(0.01);
      const { diverged } = await student.trainBatch(raw, { lr: 0.5 * largestStableRate(drawn), epochs: 30 });
      expect(diverged, '"diverged" with the learning rate of small features').toBe(true);
    },
  );
});
