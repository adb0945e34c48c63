import { exercise, expect, type Stream } from 'descent/grading';
import { judgedDigits } from './digits.ts';
import { exports } from './exports.ts';

/** Labels, and answers of which about six in ten are right. */
function drawAnswers(
  stream: Stream,
  count: number,
  classes: number,
): { labels: number[]; predicted: number[] } {
  const labels = Array.from({ length: count }, () => stream.integer(classes));
  const predicted = labels.map((label) => (stream.uniform() < 0.6 ? label : stream.integer(classes)));
  return { labels, predicted };
}

/** The counts of a matrix, drawn one by one, none of them 0. */
function drawMatrix(stream: Stream, classes: number): number[][] {
  return Array.from({ length: classes }, () => Array.from({ length: classes }, () => 1 + stream.integer(30)));
}

/** So many of the judged digits, drawn. */
async function drawDigits(stream: Stream, count: number) {
  const { probabilities, labels } = await judgedDigits();
  const rows = stream.permutation(labels.length).subarray(0, count);
  return {
    probabilities: Array.from(rows, (row) => probabilities[row]!),
    labels: Array.from(rows, (row) => labels[row]!),
  };
}

/** What a threshold brings: sorted by confidence, the answered digits are a stretch at the beginning. */
function expectedAt(
  { probabilities, labels }: Awaited<ReturnType<typeof drawDigits>>,
  threshold: number,
): { coverage: number; accuracy: number } {
  const sure = probabilities
    .map((row, digit) => ({
      confidence: Math.max(...row),
      isRight: row[labels[digit]!] === Math.max(...row),
    }))
    .filter(({ confidence }) => confidence >= threshold);
  return {
    coverage: sure.length / labels.length,
    accuracy: sure.filter(({ isRight }) => isRight).length / sure.length,
  };
}

const THRESHOLDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95];

exercise('14-metrics', exports, ({ check, student, stream }) => {
  check(
    'however it is cut',
    { task: 1, points: 2, hint: 'Does the accuracy change when the same answers come in other batches?' },
    async () => {
      const random = stream('batches');
      const { labels, predicted } = drawAnswers(random, 100, 4);
      const right = labels.filter((label, i) => label === predicted[i]).length;
      for (const size of [1, 7, 32, 99, 100]) {
        const batches: object[] = [];
        for (let start = 0; start < 100; start += size) {
          const end = start + size;
          batches.push({ predicted: predicted.slice(start, end), labels: labels.slice(start, end) });
        }
        expect(await student.accuracy(batches), `the accuracy in batches of ${size}`).toBeCloseTo(
          right / 100,
          6,
        );
      }
    },
  );

  check(
    'every sample in one place',
    { task: 2, points: 2, hint: 'How large is the table, and what do all of its counts add up to?' },
    async () => {
      const random = stream('confusion');
      for (const classes of [2, 5, 10]) {
        const drawn = drawAnswers(random, 60, classes);
        // The last class neither occurs nor is predicted.
        const matrix = await student.confusion(drawn, classes + 1);
        expect(matrix, 'the confusion matrix').toHaveShape([classes + 1, classes + 1]);
        const total = matrix.flat().reduce((sum, count) => sum + count, 0);
        expect(total, 'the sum of all counts').toBe(60);
        for (let truth = 0; truth <= classes; truth++) {
          const expected = Array.from(
            { length: classes + 1 },
            (_, answer) =>
              drawn.labels.filter((label, i) => label === truth && drawn.predicted[i] === answer).length,
          );
          expect(matrix[truth], `row ${truth} of the confusion matrix`).toEqual(expected);
        }
      }
    },
  );

  check(
    'scores of any matrix',
    { task: 3, points: 2, hint: 'Which sum does precision divide by, that of a row or of a column?' },
    async () => {
      const random = stream('scores');
      for (const classes of [2, 3, 6]) {
        const matrix = drawMatrix(random, classes);
        const { precision, recall, f1 } = await student.classScores(matrix);
        for (let own = 0; own < classes; own++) {
          let [named, actual] = [0, 0];
          for (let other = 0; other < classes; other++) {
            named += matrix[other]![own]!;
            actual += matrix[own]![other]!;
          }
          const hits = matrix[own]![own]!;
          const [p, r] = [hits / named, hits / actual];
          expect(precision[own], `the precision of class ${own}`).toBeCloseTo(p, 6);
          expect(recall[own], `the recall of class ${own}`).toBeCloseTo(r, 6);
          expect(f1[own], `F1 of class ${own}`).toBeCloseTo((2 * p * r) / (p + r), 6);
        }
      }
    },
  );

  check(
    'every class counts alike',
    { task: 4, points: 2, hint: 'What happens to the mean when one class has ten times as many samples?' },
    async () => {
      const random = stream('balanced');
      for (const classes of [2, 4, 7]) {
        const matrix = drawMatrix(random, classes);
        // A class that does not occur, although it is predicted.
        const rows = [...matrix.map((row) => [...row, 3]), new Array<number>(classes + 1).fill(0)];
        let mean = 0;
        for (const [own, row] of matrix.entries()) {
          mean += row[own]! / row.reduce((sum, count) => sum + count, 3) / classes;
        }
        expect(await student.balancedAccuracy(rows), 'the balanced accuracy').toBeCloseTo(mean, 6);
        const frequent = rows.with(
          0,
          rows[0]!.map((count) => 10 * count),
        );
        expect(
          await student.balancedAccuracy(frequent),
          'the balanced accuracy when class 0 comes ten times as often',
        ).toBeCloseTo(mean, 6);
      }
    },
  );

  check(
    'one answer for each sample',
    {
      task: 5,
      points: 3,
      hint: 'Is each sample counted once, also where both outputs are high or both are low?',
    },
    async () => {
      const random = stream('binary');
      const outputs = Array.from({ length: 200 }, () => [random.uniform(), random.uniform()]);
      const labels = outputs.map(() => (random.uniform() < 0.3 ? 1 : 0));
      const expected = { tp: 0, fp: 0, tn: 0, fn: 0 };
      for (const [i, [no, yes]] of outputs.entries()) {
        const isPositive = no! < yes!;
        if (isPositive) expected[labels[i] === 1 ? 'tp' : 'fp']++;
        else expected[labels[i] === 0 ? 'tn' : 'fn']++;
      }
      const { tp, fp, tn, fn } = await student.binaryCounts(outputs, labels);
      expect(tp + fp + tn + fn, 'the sum of the four counts of 200 samples').toBe(200);
      expect({ tp, fp, tn, fn }, 'the four counts').toEqual(expected);
    },
  );

  check(
    'errors of any numbers',
    {
      task: 6,
      points: 3,
      hint: 'Which mean does R² compare with: that of the targets, or that of the predictions?',
    },
    async () => {
      const random = stream('regression');
      for (const count of [2, 9, 50]) {
        const targets = Array.from({ length: count }, () => 20 + 5 * random.normal());
        const predicted = targets.map((target) => 1 + target + 3 * random.normal());
        const middle = targets.reduce((sum, target) => sum + target / count, 0);
        let [absolute, squared, spread] = [0, 0, 0];
        for (const [i, target] of targets.entries()) {
          absolute += Math.abs(target - predicted[i]!);
          squared += (target - predicted[i]!) ** 2;
          spread += (target - middle) ** 2;
        }
        const { mae, rmse, r2 } = await student.regressionScores(predicted, targets);
        expect(mae, `mae of ${count} numbers`).toBeCloseTo(absolute / count, 6);
        expect(rmse, `rmse of ${count} numbers`).toBeCloseTo(Math.sqrt(squared / count), 6);
        const unexplained = (1 - r2) / (squared / spread);
        expect(unexplained, `1 − r2 of ${count} numbers, divided by what it should be,`).toBeCloseTo(1, 6);
        const guess = await student.regressionScores(
          targets.map(() => middle),
          targets,
        );
        expect(guess.r2, 'r2 of the mean').toBeCloseTo(0, 6);
      }
    },
  );

  check(
    'digits that a model is sure of',
    {
      task: 7,
      points: 1,
      hint: 'Whose largest probability counts, and which of the ten places is the answer?',
    },
    async () => {
      const digits = await drawDigits(stream('digits'), 500);
      for (const threshold of THRESHOLDS) {
        const found = await student.selective(digits.probabilities, digits.labels, threshold);
        const expected = expectedAt(digits, threshold);
        expect(found.coverage, `coverage with the threshold ${threshold}`).toBeCloseTo(expected.coverage, 6);
        expect(found.accuracy, `accuracy with the threshold ${threshold}`).toBeCloseTo(expected.accuracy, 6);
      }
    },
  );

  check(
    'the surer, the fewer, the better',
    {
      task: 7,
      points: 2,
      hint: 'Whoever answers less often should be right more often. Among which answers?',
    },
    async () => {
      const { probabilities, labels } = await drawDigits(stream('surer'), 500);
      const coverages: number[] = [];
      const accuracies: number[] = [];
      for (const threshold of THRESHOLDS) {
        const { coverage, accuracy } = await student.selective(probabilities, labels, threshold);
        coverages.push(coverage);
        accuracies.push(accuracy);
      }
      expect(coverages[0], 'coverage with the threshold 0').toBe(1);
      expect(coverages, 'coverage with rising thresholds').toDecrease({ everyStep: true, by: 0.2 });
      // 300 draws of 500 digits: a gain of 0.096 in the mean, standard deviation 0.012, at least 0.059.
      expect(accuracies.at(-1)! - accuracies[0]!, 'what the accuracy gains from 0 to 0.95').toBeGreaterThan(
        0.04,
      );
    },
  );
});
