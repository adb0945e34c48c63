import { expect, type CheckContext } from 'descent/grading';
import { drawAnswers, pointAt } from './answers.ts';
import type { exports } from './exports.ts';

/** Asks what thresholds make of drawn answers. */
export function checkThresholds({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'every answer is counted once',
    { task: 4, points: 2, hint: 'What becomes of a probability that is equal to the threshold?' },
    async () => {
      const random = stream('counts');
      const { probabilities, labels } = drawAnswers(random, 40);
      for (const threshold of [0, 0.37, probabilities[5]!, 1.01]) {
        const { tp, fp, tn, fn } = await student.counts(probabilities, labels, threshold);
        expect(tp + fp + tn + fn, 'TP + FP + TN + FN').toBe(40);
        expect(tp + fp, 'TP + FP').toBe(
          probabilities.filter((probability) => probability >= threshold).length,
        );
        expect(tp + fn, 'TP + FN').toBe(labels.filter((label) => label === 1).length);
        expect((tp + tn) / 40, '(TP + TN)/N').toBeCloseTo(
          pointAt(threshold, { probabilities, labels }).accuracy,
          6,
        );
      }
    },
  );

  check(
    'recall never rises with the threshold',
    {
      task: 5,
      points: 2,
      hint: 'If nothing is called a "yes", what is known of its precision? Is a point made for each threshold?',
    },
    async () => {
      const random = stream('sweep');
      const answers = drawAnswers(random, 50 + random.integer(20));
      const thresholds = [0, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95, 1.01];
      const points = await student.sweep(answers.probabilities, answers.labels, thresholds);
      expect(points, 'what sweep returns').toHaveLength(thresholds.length);
      points.forEach((point, place) => {
        const at = thresholds[place]!;
        const { accuracy, precision, recall } = pointAt(at, answers);
        expect(point.accuracy, `accuracy at ${at}`).toBeCloseTo(accuracy, 5);
        expect(point.recall, `recall at ${at}`).toBeCloseTo(recall, 5);
        if (place > 0) {
          expect(point.recall, `recall at ${at}`).toBeLessThanOrEqual(points[place - 1]!.recall);
        }
        if (!Number.isNaN(precision)) expect(point.precision, `precision at ${at}`).toBeCloseTo(precision, 5);
        else expect(point.precision, `precision at ${at}, where there is no "yes",`).toBe(NaN);
      });
    },
  );

  check(
    'the largest threshold that finds enough',
    { task: 5, points: 2, hint: 'Are the points always in order? What if a recall is just enough?' },
    async () => {
      const random = stream('pick');
      const answers = drawAnswers(random, 60);
      const order = Array.from(random.permutation(21), (step) => step / 20);
      const points = order.map((threshold) => ({ threshold, ...pointAt(threshold, answers) }));
      for (const { recall } of points.slice(0, 5)) {
        const enough = points.filter((point) => point.recall >= recall).map(({ threshold }) => threshold);
        expect(await student.pickThreshold(points, recall), `the threshold for a recall of ${recall}`).toBe(
          Math.max(...enough),
        );
      }
    },
  );
}
