import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** The four corners of a square, with the answers of OR. */
const or = {
  xs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  ys: [-1, 1, 1, 1],
};

/** What training needs. */
const RULE = ['the gradient at zero', 'the gradient after a step', 'the loss on OR'];

exercise('06-adaline', exports, ({ check, student }) => {
  check(
    'the net input of two points',
    { task: 1, points: 1, hint: 'Multiply each feature by its weight, add everything up, then the bias.' },
    async () => {
      expect(await student.net([2, -1], 0.5, [3, 4]), 'net([2, -1], 0.5, [3, 4])').toBeCloseTo(2.5, 6);
      expect(await student.net([0.4, 0.4], 0.4, [1, 1]), 'net([0.4, 0.4], 0.4, [1, 1])').toBeCloseTo(1.2, 6);
    },
  );

  check(
    'classes 1 and -1',
    {
      task: 1,
      points: 2,
      hint: 'Only a net input above 0 makes class 1. What is the other class called here?',
    },
    async () => {
      expect(await student.classify([2, -1], 0.5, [3, 4]), 'the class where net is 2.5').toBe(1);
      expect(await student.classify([2, -1], 0.5, [0, 4]), 'the class where net is −3.5').toBe(-1);
      expect(await student.classify([1, -1], 0, [3, 3]), 'the class where net is 0').toBe(-1);
    },
  );

  check(
    'the loss on OR',
    {
      task: 2,
      points: 2,
      hint: 'Write down ys[i] − net for each corner; square each; add. Is anything divided?',
    },
    async () => {
      expect(await student.sse([0, 0], 0, or), 'the loss of a neuron of zeros').toBeCloseTo(4, 6);
      expect(await student.sse([0.4, 0.4], 0.4, or), 'the loss with w = (0.4, 0.4), b = 0.4').toBeCloseTo(
        2.08,
        6,
      );
    },
  );

  check(
    'the gradient at zero',
    {
      task: 3,
      points: 2,
      hint: 'All net inputs are 0, so each error is the target itself. Each slope is −2 times a sum over the points.',
    },
    async () => {
      const { dw, db } = await student.sseGrad([0, 0], 0, or);
      expect(dw, 'the list dw').toHaveLength(2);
      expect(dw, 'dw').toEqual([-4, -4]);
      expect(db, 'db').toBeCloseTo(-4, 6);
    },
  );

  check(
    'the gradient after a step',
    {
      task: 3,
      points: 2,
      hint: 'The errors are −1.4, 0.2, 0.2, −0.2. Which corners have a first feature of 1? And for the bias?',
    },
    async () => {
      const { dw, db } = await student.sseGrad([0.4, 0.4], 0.4, or);
      expect(dw, 'the list dw').toHaveLength(2);
      dw.forEach((slope, j) => {
        expect(slope, `dw[${j}] with w = (0.4, 0.4), b = 0.4`).toBeCloseTo(0, 6);
      });
      expect(db, 'db with w = (0.4, 0.4), b = 0.4').toBeCloseTo(2.4, 6);
    },
  );

  check(
    'two epochs on OR',
    {
      task: 4,
      points: 2,
      after: RULE,
      hint: 'Follow the table in the lesson. The first loss is that of the zeros, before any step.',
    },
    async () => {
      const { w, b, losses } = await student.trainBatch(or, { lr: 0.1, epochs: 2 });
      expect(losses, 'the losses of 2 epochs').toHaveLength(3);
      [4, 2.08, 1.7344].forEach((loss, epoch) => {
        expect(losses[epoch], `the loss after ${epoch} epochs`).toBeCloseTo(loss, 5);
      });
      w.forEach((weight, j) => {
        expect(weight, `w[${j}] after 2 epochs`).toBeCloseTo(0.4, 5);
      });
      expect(b, 'b after 2 epochs').toBeCloseTo(0.16, 5);
    },
  );

  // What is left shrinks by 0.874 at each of the 200 epochs, in the slowest direction: 1e-11 (plain arithmetic, on any backend).
  check(
    'the best neuron for OR',
    {
      task: 4,
      points: 2,
      after: ['two epochs on OR'],
      partial: [
        [0.2, 1],
        [0.01, 2],
      ],
      hint: 'Does every epoch take a new gradient, at the neuron as it is now? Are all the epochs done?',
    },
    async () => {
      const { w, b } = await student.trainBatch(or, { lr: 0.1, epochs: 200 });
      return Math.max(Math.abs(w[0]! - 1), Math.abs(w[1]! - 1), Math.abs(b + 0.5));
    },
  );

  check(
    'a learning rate that is too large',
    {
      task: 4,
      points: 1,
      after: ['two epochs on OR'],
      hint: 'Compare each new loss with the first one. What tells you that it will not get better?',
    },
    async () => {
      const good = await student.trainBatch(or, { lr: 0.15, epochs: 100 });
      expect(good.diverged, '"diverged" with lr 0.15, where the loss falls,').toBe(false);
      const bad = await student.trainBatch(or, { lr: 0.17, epochs: 100 });
      expect(bad.diverged, '"diverged" with lr 0.17, where the loss grows,').toBe(true);
    },
  );

  check(
    'an epoch of OR, point by point',
    {
      task: 5,
      points: 3,
      after: RULE,
      hint: 'The net input of the second corner is −0.2, as the first one has moved the bias already.',
    },
    async () => {
      const { w, b, losses } = await student.trainOnline(or, { lr: 0.1, epochs: 1 });
      expect(w[0], 'w[0] after 1 epoch').toBeCloseTo(0.2592, 5);
      expect(w[1], 'w[1] after 1 epoch').toBeCloseTo(0.3072, 5);
      expect(b, 'b after 1 epoch').toBeCloseTo(0.2992, 5);
      expect(losses, 'the losses of 1 epoch').toHaveLength(2);
      expect(losses[0], 'the loss before the first epoch').toBeCloseTo(4, 5);
      expect(losses[1], 'the loss of all corners after the epoch').toBeCloseTo(2.055_916, 4);
    },
  );

  check(
    'meters and millimeters',
    {
      task: 6,
      points: 2,
      hint: 'The largest absolute values are 4 and 2000: is each column divided by its own?',
    },
    async () => {
      const scaled = await student.scaleFeatures([
        [1, 500],
        [-4, 2000],
        [2, -1000],
      ]);
      expect(scaled, 'what scaleFeatures returns').toEqual([
        [0.25, 0.25],
        [-1, 1],
        [0.5, -0.5],
      ]);
    },
  );
});
