import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import {
  distanceOf,
  drawAny,
  drawPoints,
  largestStableRate,
  leastSquares,
  lossOf,
  mistakesOf,
  stepOf,
  zeros,
} from './points.ts';

/** Adds the hidden checks of tasks 4 and 5: training with all points at once, and with one after the other. */
export function checkTraining({ check, student, stream }: CheckContext<typeof exports>): void {
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
}
