import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** Sixty penguins in batches of 16: the last one has 12. A single answer, in the first batch, is wrong. */
const penguins = [16, 16, 16, 12].map((size, batch) => ({
  labels: Array.from({ length: size }, (_, i) => i % 3),
  predicted: Array.from({ length: size }, (_, i) => (batch === 0 && i === 5 ? 0 : i % 3)),
}));

/** The matrix of the lesson: 100 patients, 10 of them ill. */
const clinic = [
  [85, 5],
  [4, 6],
];

/** Four digits and what a network says about them; they might be 0, 1 or 2. */
const digits = {
  probabilities: [
    [0.9, 0.05, 0.05],
    [0.2, 0.75, 0.05],
    [0.4, 0.35, 0.25],
    [0.1, 0.1, 0.8],
  ],
  labels: [0, 1, 1, 0],
};

exercise('14-metrics', exports, ({ check, student }) => {
  check(
    '59 of 60 penguins',
    {
      task: 1,
      points: 2,
      hint: 'The mean of the accuracies of the batches is 0.984375. What went wrong there?',
    },
    async () => {
      expect(await student.accuracy(penguins), 'the accuracy of 59 right answers out of 60').toBeCloseTo(
        59 / 60,
        6,
      );
    },
  );

  check(
    'five answers in a table',
    { task: 2, points: 2, hint: 'The true class decides about the row, the answer about the column.' },
    async () => {
      const matrix = await student.confusion({ labels: [0, 0, 1, 2, 2], predicted: [0, 1, 1, 1, 0] }, 3);
      expect(matrix, 'the confusion matrix').toEqual([
        [1, 1, 0],
        [0, 1, 0],
        [1, 1, 0],
      ]);
    },
  );

  check(
    'ill or well',
    { task: 3, points: 3, hint: 'Class 1: 6 are right, 11 are called ill, 10 are ill.' },
    async () => {
      const { precision, recall, f1 } = await student.classScores(clinic);
      expect(precision, 'the precision of each class').toBeCloseToTensor([85 / 89, 6 / 11]);
      expect(recall, 'the recall of each class').toBeCloseToTensor([85 / 90, 0.6]);
      expect(f1, 'F1 of each class').toBeCloseToTensor([170 / 179, 12 / 21]);
    },
  );

  check(
    'classes that nobody has or names',
    {
      task: 3,
      points: 2,
      after: ['ill or well'],
      hint: 'What is unknown is 0/0. Is 0 out of 7 unknown?',
    },
    async () => {
      // Class 1 occurs and is never named; class 2 is named and never occurs; class 3 neither.
      const { precision, recall, f1 } = await student.classScores([
        [5, 0, 1, 0],
        [7, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
      expect(precision, 'precision').toBeCloseToTensor([5 / 12, NaN, 0, NaN]);
      expect(recall, 'recall').toBeCloseToTensor([5 / 6, 0, NaN, NaN]);
      expect(f1, 'F1').toBeCloseToTensor([10 / 18, 0, 0, NaN]);
    },
  );

  check(
    'always "well"',
    { task: 4, points: 2, after: ['ill or well'], hint: 'The recalls are 1 and 0.' },
    async () => {
      const never = [
        [90, 0],
        [10, 0],
      ];
      expect(await student.balancedAccuracy(never), 'the balanced accuracy').toBeCloseTo(0.5, 6);
      expect(await student.balancedAccuracy(clinic), 'the balanced accuracy of the clinic').toBeCloseTo(
        (85 / 90 + 0.6) / 2,
        6,
      );
    },
  );

  check(
    'both outputs above one half',
    { task: 5, points: 2, hint: 'Five samples, so the four counts add up to 5, not to 10.' },
    async () => {
      const outputs = [
        [0.6, 0.9],
        [0.8, 0.7],
        [0.1, 0.3],
        [0.4, 0.2],
        [0.7, 0.9],
      ];
      const counts = await student.binaryCounts(outputs, [1, 1, 0, 0, 1]);
      expect(counts, 'the four counts').toEqual({ tp: 2, fp: 1, tn: 1, fn: 1 });
    },
  );

  check(
    'three guesses',
    { task: 6, points: 2, hint: 'The errors are 1, −1 and 2; the targets 2, 4, 6 have the mean 4.' },
    async () => {
      const { mae, rmse, r2 } = await student.regressionScores([3, 3, 8], [2, 4, 6]);
      expect(mae, 'mae').toBeCloseTo(4 / 3, 6);
      expect(rmse, 'rmse').toBeCloseTo(Math.SQRT2, 6);
      expect(r2, 'r2').toBeCloseTo(0.25, 6);
    },
  );

  check(
    'nothing to explain',
    {
      task: 6,
      points: 1,
      after: ['three guesses'],
      hint: 'What does R² divide by if all targets are the same?',
    },
    async () => {
      const { r2 } = await student.regressionScores([1, 2, 3], [0.1, 0.1, 0.1]);
      expect(r2, 'r2 where all targets are the same').toBe(NaN);
    },
  );

  check(
    'four digits, three answers',
    {
      task: 7,
      points: 2,
      hint: 'Three of the four rows reach 0.75, one of them exactly; two of these three are right.',
    },
    async () => {
      const { coverage, accuracy } = await student.selective(digits.probabilities, digits.labels, 0.75);
      expect(coverage, 'coverage with the threshold 0.75').toBeCloseTo(0.75, 6);
      expect(accuracy, 'accuracy with the threshold 0.75').toBeCloseTo(2 / 3, 6);
    },
  );

  check(
    'no answer at all',
    {
      task: 7,
      points: 1,
      after: ['four digits, three answers'],
      hint: 'What is right among no answers: 0/0.',
    },
    async () => {
      const { coverage, accuracy } = await student.selective(digits.probabilities, digits.labels, 0.95);
      expect(coverage, 'coverage with the threshold 0.95').toBe(0);
      expect(accuracy, 'accuracy with the threshold 0.95').toBe(NaN);
    },
  );
});
