import { createStream, exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { shapesOf } from './shapes.ts';
import { simulateSpectra } from './spectra.ts';

const ENTROPY = 'the cross-entropy of two answers';
const NETWORK = 'the weights of two hidden layers';
/** Six answers, two of them wrong at a threshold of one half. */
const six = { probabilities: [0.9, 0.8, 0.4, 0.6, 0.3, 0.1], labels: [1, 1, 1, 0, 0, 0] };

exercise('22-binary-spectra', exports, ({ check, student, submission }) => {
  // Everybody gets the same spectra here; the hidden checks draw others.
  const spectra = (name: string, count: number) =>
    simulateSpectra(createStream(22).derive('visible').derive(name), count);

  check(
    NETWORK,
    {
      task: 1,
      points: 2,
      hint: 'How many numbers go into the first dense layer, how many come out of the last?',
    },
    async () => {
      expect(await shapesOf(await student.buildModel([16, 8], 1)), 'the shapes of its weights').toEqual([
        [4000, 16],
        [16],
        [16, 8],
        [8],
        [8, 1],
        [1],
      ]);
    },
  );

  check(
    'a probability for each spectrum',
    { task: 2, points: 1, after: [NETWORK], hint: 'Is it a list with a number for each, from 0 to 1?' },
    async () => {
      const { intensities } = spectra('few', 12);
      const answers = await student.predict(await student.buildModel([16, 8], 1), intensities);
      expect(answers, 'what predict returns for 12 spectra').toHaveLength(12);
      expect(Math.min(...answers), 'the least probability').toBeGreaterThanOrEqual(0);
      expect(Math.max(...answers), 'the largest probability').toBeLessThanOrEqual(1);
      expect(Math.max(...answers), 'the largest probability').toBeGreaterThan(Math.min(...answers));
    },
  );

  check(
    ENTROPY,
    { task: 2, points: 2, hint: 'How probable was the right answer, each time? Is it a mean?' },
    async () => {
      expect(await student.crossEntropy([0.9, 0.2], [1, 0]), 'what crossEntropy returns').toBeCloseTo(
        0.1643,
        4,
      );
    },
  );

  check(
    'a loss before the first epoch, and after each',
    { task: 3, points: 2, hint: 'When is the first entry made, and how many are there in the end?' },
    async () => {
      const model = await student.buildModel([4], 1);
      const history = await student.train(model, spectra('some', 50), spectra('few', 12), {
        epochs: 2,
        seed: 1,
      });
      for (const [name, values] of Object.entries(history)) {
        expect(values, `${name} after 2 epochs`).toHaveLength(3);
      }
    },
  );

  check(
    'the validation loss falls by a quarter',
    {
      task: 3,
      points: 3,
      after: [NETWORK, ENTROPY],
      hint: 'Does every batch change the network, with its own labels?',
    },
    async () => {
      const [training, validation] = [spectra('training', 400), spectra('validation', 100)];
      const uploaded = await submission.upload('validation', validation);
      const model = await student.buildModel([16, 8], 3);
      const ask = async () =>
        student.crossEntropy(await student.predict(model, validation.intensities), validation.labels);
      const start = await ask();
      await student.train(model, training, uploaded, { epochs: 5, seed: 3 });
      const end = await ask();
      // 12 seeds of the solution, other spectra with each (wasm): mean 0.378, standard deviation 0.099, at most 0.583.
      expect(end / start, 'the loss after five epochs, as a share of the one before,').toBeLessThanOrEqual(
        0.75,
      );
    },
  );

  check(
    'four counts of six answers',
    { task: 4, points: 2, hint: 'Which of the four is a "no" that should have been a "yes"?' },
    async () => {
      const { probabilities, labels } = six;
      for (const [threshold, expected] of [
        [0.5, { tp: 2, fp: 1, tn: 2, fn: 1 }],
        [0.35, { tp: 3, fp: 1, tn: 2, fn: 0 }],
      ] as const) {
        const found = await student.counts(probabilities, labels, threshold);
        expect(found, `the counts at ${threshold}`).toEqual(expected);
      }
    },
  );

  check(
    'three thresholds',
    { task: 5, points: 2, hint: 'By which counts are precision and recall divided?' },
    async () => {
      const points = await student.sweep(six.probabilities, six.labels, [0.35, 0.5, 0.7]);
      expect(points, 'what sweep returns').toHaveLength(3);
      [
        [0.35, 5 / 6, 3 / 4, 1],
        [0.5, 4 / 6, 2 / 3, 2 / 3],
        [0.7, 5 / 6, 1, 2 / 3],
      ].forEach(([threshold, accuracy, precision, recall], place) => {
        const point = points[place]!;
        expect(point.threshold, `threshold of point ${place}`).toBe(threshold!);
        expect(point.accuracy, `accuracy at ${threshold!}`).toBeCloseTo(accuracy!, 5);
        expect(point.precision, `precision at ${threshold!}`).toBeCloseTo(precision!, 5);
        expect(point.recall, `recall at ${threshold!}`).toBeCloseTo(recall!, 5);
      });
    },
  );

  check(
    'a threshold that finds enough',
    { task: 5, points: 1, hint: 'Which thresholds find enough, and which of them is the largest?' },
    async () => {
      const points = [
        { threshold: 0.35, accuracy: 5 / 6, precision: 3 / 4, recall: 1 },
        { threshold: 0.5, accuracy: 4 / 6, precision: 2 / 3, recall: 2 / 3 },
        { threshold: 0.7, accuracy: 5 / 6, precision: 1, recall: 2 / 3 },
      ];
      expect(await student.pickThreshold(points, 0.8), 'the threshold for a recall of 0.8').toBe(0.35);
      expect(await student.pickThreshold(points, 0.6), 'the threshold for a recall of 0.6').toBe(0.7);
    },
  );
});
