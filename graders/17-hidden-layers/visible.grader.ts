import { createStream, exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { crossedNetOf, lossOf, probabilitiesOf, rightShareOf } from './judge.ts';
import { drawCircle } from './points.ts';

/** A point of each quadrant, counterclockwise. */
const QUADRANTS = [
  [0.5, 0.8],
  [-0.3, 0.9],
  [-0.7, -0.2],
  [0.6, -0.4],
];
/** Points near and far. */
const SOME_POINTS = [
  [0, 0],
  [1, -2],
  [-0.3, 0.7],
  [30, 40],
];
const SQUARES = 'features with both squares';
const NETWORK = 'a network with two hidden layers';

exercise('17-hidden-layers', exports, ({ check, student }) => {
  check(
    'a point of each quadrant',
    { task: 1, points: 2, hint: 'Which sign has x1·x2 in each of the four quadrants?' },
    async () => {
      const neuron = await student.byHand();
      expect(neuron.w, 'the list of weights').toHaveLength(3);
      QUADRANTS.forEach((x, place) => {
        const answer = crossedNetOf(neuron, x) > 0 ? 1 : 0;
        expect(answer, `the answer of your neuron at (${x.join(', ')})`).toBe(place % 2);
      });
    },
  );

  check(
    'features with the product',
    { task: 1, points: 2, hint: 'Three features for each point: both that it has, then their product.' },
    async () => {
      const features = await student.withCross([
        [2, 3],
        [-1, 4],
      ]);
      expect(features, 'what withCross returns').toEqual([
        [2, 3, 6],
        [-1, 4, -4],
      ]);
    },
  );

  check(
    SQUARES,
    { task: 2, points: 1, hint: 'Four features for each point: both that it has, then the square of each.' },
    async () => {
      const features = await student.withSquares([
        [2, 3],
        [-1, 0.5],
      ]);
      expect(features, 'what withSquares returns').toEqual([
        [2, 3, 4, 9],
        [-1, 0.5, 1, 0.25],
      ]);
    },
  );

  check(
    NETWORK,
    {
      task: 3,
      points: 2,
      hint: 'Which layers does the list ask for, and which one comes after them? Weights and biases count.',
    },
    async () => {
      const model = await student.buildNetwork(2, [4, 3], 'tanh', 1);
      const probabilities = await probabilitiesOf(model, SOME_POINTS);
      probabilities.forEach((p, place) => {
        expect(p, `the probability of point ${place}`).toBeGreaterThanOrEqual(0);
        expect(p, `the probability of point ${place}`).toBeLessThanOrEqual(1);
      });
      // (2 + 1) · 4, (4 + 1) · 3 and (3 + 1) · 1
      expect(await model.call('countParams'), 'the parameters of 2-4-3-1').toBe(31);
      const line = await student.buildNetwork(4, [], 'relu', 1);
      expect(await line.call('countParams'), 'the parameters of 4-1').toBe(5);
    },
  );

  check(
    'other seeds, other weights',
    { task: 3, points: 2, after: [NETWORK], hint: 'What do the initializers draw from?' },
    async () => {
      const predict = async (seed: number) =>
        probabilitiesOf(await student.buildNetwork(2, [5], 'tanh', seed), SOME_POINTS);
      await expect(() => predict(1), 'the untrained network of seed 1').toBeDeterministic();
      expect(await predict(2), 'the prediction with seed 2').not.toEqual(await predict(1));
    },
  );

  check(
    'the loss falls',
    {
      task: 4,
      points: 2,
      after: [SQUARES, NETWORK],
      hint: 'Does every batch take a step, and in the right direction? Does each point keep its label?',
    },
    async () => {
      const { xs, labels } = drawCircle(createStream(17).derive('visible'), 100);
      const points = { xs: await student.withSquares(xs), labels };
      const model = await student.buildNetwork(4, [], 'relu', 3);
      const before = await lossOf(model, points);
      await student.train(model, points, { epochs: 20, batchSize: 20, learningRate: 0.1, seed: 3 });
      // 20 seeds (wasm): it falls by 0.74 of what it was, standard deviation 0.02, at least 0.69.
      expect([before, await lossOf(model, points)], 'the loss before and after').toDecrease({ by: 0.3 });
    },
  );

  check(
    'the share of right answers',
    {
      task: 4,
      points: 2,
      after: [NETWORK],
      hint: 'When is 1 the answer, and over how many points is the share taken?',
    },
    async () => {
      const model = await student.buildNetwork(2, [4], 'tanh', 2);
      const { xs } = drawCircle(createStream(17).derive('shares'), 60);
      const probabilities = await probabilitiesOf(model, xs);
      // Labels that are right for a known share of the points, whatever the network says.
      const labels = probabilities.map((p, i) => Math.abs((p > 0.5 ? 1 : 0) - (i % 5 === 0 ? 1 : 0)));
      expect(await rightShareOf(model, { xs, labels }), 'the share by construction').toBeCloseTo(0.8, 6);
      expect(
        await student.accuracy(model, { xs, labels }),
        'the accuracy where 48 of 60 are right',
      ).toBeCloseTo(0.8, 6);
    },
  );

  check(
    'what came of two starts',
    {
      task: 5,
      points: 2,
      after: [NETWORK],
      hint: 'Every seed brings a network of its own, in the order of the seeds.',
    },
    async () => {
      const starts = await student.xorStarts(3, 'tanh', [5, 2]);
      expect(
        starts.map(({ seed }) => seed),
        'the seeds of the starts',
      ).toEqual([5, 2]);
      for (const { seed, model } of starts) {
        expect(await model.call('countParams'), `the parameters of 2-3-1 from seed ${seed}`).toBe(13);
      }
    },
  );

  check(
    'the smallest of known networks',
    { task: 6, points: 2, hint: 'Good enough comes first; among those, what does "smallest" count?' },
    async () => {
      const rows = [
        { hidden: [8, 8, 8], parameters: 177, accuracy: 0.99 },
        { hidden: [32], parameters: 129, accuracy: 0.95 },
        { hidden: [16, 4], parameters: 121, accuracy: 0.96 },
        { hidden: [64], parameters: 257, accuracy: 0.97 },
        { hidden: [4], parameters: 17, accuracy: 0.7 },
      ];
      const found = (least: number) => student.smallest(rows, least);
      expect(await found(0.95), 'the smallest with at least 0.95').toEqual(rows[2]);
      expect(await found(0.965), 'the smallest with at least 0.965').toEqual(rows[0]);
      expect(await found(0.7), 'the smallest with at least 0.7').toEqual(rows[4]);
      expect(await found(0.999), 'the smallest with at least 0.999').toBe(undefined);
    },
  );
});
