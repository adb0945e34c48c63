import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The probability that a random row of a class gets a higher score for it than a random row of the others. */
export const rocAuc = defineComponent({
  kind: 'metric',
  type: 'rocAuc',
  summary:
    'The area under the ROC curve: how well the probability of a class ranks its rows above the others.',
  when: 'The threshold is chosen later, or classes are rare. 0.5 is guessing, 1 is perfect.',
  formula:
    'P(score of a row of the class > score of another row) + P(equal)/2; with two classes of the second class, ' +
    'with more the mean of each class against the rest over the classes that have both; NaN where none has',
  source: 'Hanley and McNeil, "The meaning and use of the area under a ROC curve", 1982',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['classification'],
    direction: 'higher',
    unit: 'none',
    compute(evaluation) {
      const { rows, classes, labels, probabilities } = classificationOf(evaluation);
      const judged = classes.length === 2 ? [1] : classes.map((_, index) => index);
      const scores = new Float64Array(rows);
      let sum = 0;
      let count = 0;
      for (const judgedClass of judged) {
        for (let row = 0; row < rows; row++) scores[row] = probabilities[row * classes.length + judgedClass]!;
        const area = areaUnderCurve(scores, labels, judgedClass);
        if (Number.isNaN(area)) continue;
        sum += area;
        count++;
      }
      return sum / count;
    },
  }),
});

/** By ranks (Mann and Whitney): sums, over groups of equal scores, the pairs that are in order, ties by half. */
function areaUnderCurve(scores: Float64Array, labels: Int32Array, judgedClass: number): number {
  const positive = new Float64Array(labels.reduce((sum, label) => sum + Number(label === judgedClass), 0));
  const negative = new Float64Array(scores.length - positive.length);
  let positives = 0;
  let negatives = 0;
  for (let row = 0; row < scores.length; row++) {
    if (Number.isNaN(scores[row])) return Number.NaN;
    if (labels[row] === judgedClass) positive[positives++] = scores[row]!;
    else negative[negatives++] = scores[row]!;
  }
  positive.sort();
  negative.sort();
  let below = 0;
  let notAbove = 0;
  let pairs = 0;
  for (const score of positive) {
    while (below < negatives && negative[below]! < score) below++;
    while (notAbove < negatives && negative[notAbove]! <= score) notAbove++;
    pairs += (below + notAbove) / 2;
  }
  return pairs / (positives * negatives);
}
