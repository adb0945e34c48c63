import { exercise, expect } from 'descent/grading';
import { sine, squaresOf, START } from './cubic.ts';
import { exports } from './exports.ts';

/** Two points, computed by hand in the lesson. */
const two = { xs: [1, 2], ys: [0, 1] };
const w = [1, 0, -1, 0.5];

exercise('04-cubic-backprop', exports, ({ check, student }) => {
  check(
    'the powers of 2 and −3',
    { task: 1, points: 1, hint: 'x⁰, x¹, x², x³, in this order.' },
    async () => {
      expect(await student.design([2, -3]), 'the rows').toEqual([
        [1, 2, 4, 8],
        [1, -3, 9, -27],
      ]);
    },
  );

  check(
    'heights of a cubic',
    { task: 2, points: 2, hint: 'At x = 2: 1·1 + 0·2 − 1·4 + 0.5·8. Each weight belongs to one power.' },
    async () => {
      const heights = await student.predict(w, [0, 1, 2]);
      expect(heights, 'the heights').toHaveLength(3);
      [1, 0.5, 1].forEach((height, i) => {
        expect(heights[i], `height ${i}`).toBeCloseTo(height, 6);
      });
    },
  );

  check(
    'the sum and the mean of two squares',
    {
      task: 3,
      points: 2,
      hint: 'The errors are 0.5 and 0: square them, add them up, and for the mean divide by 2.',
    },
    async () => {
      expect(await student.loss(w, two, 'sum'), 'the loss with sum').toBeCloseTo(0.25, 6);
      expect(await student.loss(w, two, 'mean'), 'the loss with mean').toBeCloseTo(0.125, 6);
    },
  );

  check(
    'back through two squares',
    { task: 4, points: 1, hint: 'The heights are 3 above and 1 below. What is the derivative of a square?' },
    async () => {
      expect(await student.heightGrads([3, 0], [0, 1], 'sum'), 'heightGrads with sum').toEqual([6, -2]);
      expect(await student.heightGrads([3, 0], [0, 1], 'mean'), 'heightGrads with mean').toEqual([3, -1]);
    },
  );

  check(
    'the mean over three points',
    {
      task: 4,
      points: 1,
      hint: 'The heights are 3 above, 3 below and 6 above. By how many points does this mean divide?',
    },
    async () => {
      const slopes = await student.heightGrads([3, 0, 6], [0, 3, 0], 'mean');
      expect(slopes, 'heightGrads with mean').toBeCloseToTensor([2, -2, 4], { absolute: 1e-9 });
    },
  );

  check(
    'the gradient of four weights',
    {
      task: 5,
      points: 2,
      hint: 'At w = 0 only the point (2, 1) is off, by −1. For the sum each derivative is −2 times a power of 2, for the mean half of that.',
    },
    async () => {
      const gradient = await student.grads([0, 0, 0, 0], two, 'sum');
      expect(gradient, 'the gradient').toHaveLength(4);
      [-2, -4, -8, -16].forEach((slope, k) => {
        expect(gradient[k], `the derivative by w[${k}]`).toBeCloseTo(slope, 6);
      });
      const mean = await student.grads([0, 0, 0, 0], two, 'mean');
      expect(mean[3], 'the derivative by w[3] with mean').toBeCloseTo(-8, 6);
    },
  );

  check(
    'the first two epochs',
    {
      task: 6,
      points: 1,
      after: ['the sum and the mean of two squares', 'the gradient of four weights'],
      hint: 'All four weights move at once, against the gradient, and `start` stays as it is. The history begins with the loss of the start.',
    },
    async () => {
      const options = { lr: 0.01, epochs: 1, reduction: 'sum', start: [0, 0, 0, 0] };
      const one = await student.train(two, options);
      expect(one.w, 'the weights').toHaveLength(4);
      [0.02, 0.04, 0.08, 0.16].forEach((weight, k) => {
        expect(one.w[k], `w[${k}] after 1 epoch`).toBeCloseTo(weight, 6);
      });
      expect(one.history, 'the history of 1 epoch').toHaveLength(1);
      expect(one.history[0], 'the loss of the start').toBeCloseTo(1, 6);
      const { w: moved } = await student.train(two, { ...options, epochs: 2 });
      [0, 0.006, 0.018, 0.042].forEach((weight, k) => {
        expect(moved[k], `w[${k}] after 2 epochs`).toBeCloseTo(weight, 6);
      });
    },
  );

  check(
    'the loss after every 100 epochs',
    {
      task: 6,
      points: 1,
      after: ['the first two epochs'],
      hint: 'One loss before the first step, then one after the steps 100, 200, …: the last step counts too.',
    },
    async () => {
      for (const [epochs, length] of [
        [99, 1],
        [200, 3],
        [250, 3],
      ] as const) {
        const options = { lr: 0.001, epochs, reduction: 'sum', start: [0, 0, 0, 0] };
        const { w: learned, history } = await student.train(two, options);
        expect(history, `the history of ${epochs} epochs`).toHaveLength(length);
        if (epochs === 200) {
          expect(history[2], 'its last entry').toBeCloseTo(squaresOf(learned, two), 6);
        }
      }
    },
  );

  // The floor is 0.0044086; the solution ends at 0.0046779 (plain arithmetic: the backend does not matter).
  check(
    'the sine in 2,000 epochs',
    {
      task: 6,
      points: 2,
      after: ['the first two epochs'],
      partial: [
        [0.05, 1],
        [0.005, 2],
      ],
      hint: 'Are all 2,000 steps taken, each with the gradient at the weights as they are then?',
    },
    async () => {
      const points = sine(2000);
      const { w: learned } = await student.train(points, {
        lr: 1e-6,
        epochs: 2000,
        reduction: 'sum',
        start: START,
      });
      return squaresOf(learned, points) / 2000;
    },
  );

  check(
    'rates for 2,000 points',
    {
      task: 7,
      points: 1,
      hint: 'The mean divides the gradient by 2,000. What does the rate have to do, there and back? And from one to itself?',
    },
    async () => {
      for (const [lr, from, to, expected] of [
        [0.000001, 'sum', 'mean', 0.002],
        [0.002, 'mean', 'sum', 0.000001],
        [0.002, 'sum', 'sum', 0.002],
        [0.002, 'mean', 'mean', 0.002],
      ] as const) {
        const rate = await student.sameRate(lr, from, to, 2000);
        expect(rate, `the rate ${lr} from ${from} to ${to}`).toBeCloseTo(expected, 9);
      }
    },
  );
});
