import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';
import { averageOfRankings, onceEach, type RankedRows } from './ranked-rows.ts';

/** The probability that a random row of a class gets a higher score for it than a random row of the others. */
export const rocAuc = defineComponent({
  kind: 'metric',
  type: 'rocAuc',
  summary:
    'The area under the ROC curve: how well the probability of a class ranks its rows above the others.',
  when: 'The threshold is chosen later. 0.5 is guessing, 1 is perfect. For rare classes see prAuc.',
  formula:
    'P(score of a row of the class > score of another row) + P(equal)/2; with two classes of the second class, ' +
    'with more the mean of each class against the rest over the classes that have both; NaN where none has',
  source: 'Hanley and McNeil, "The meaning and use of the area under a ROC curve", 1982',
  options: {},
  example: {},
  build: (): MetricPart => {
    const counted: MetricPart['counted'] = (evaluation) =>
      averageOfRankings(classificationOf(evaluation), areaUnderCurve);
    return {
      tasks: ['classification'],
      direction: 'higher',
      unit: 'none',
      compute: (evaluation) => counted(evaluation)(onceEach(evaluation.rows)),
      counted,
    };
  },
});

/** The share of pairs of a row of the class and another that are in order, ties by half (Mann and Whitney). */
function areaUnderCurve({ order, isOfClass, isLastOfEquals }: RankedRows, counts: Int32Array): number {
  let ofClass = 0;
  let others = 0;
  let pairs = 0;
  let tiedOfClass = 0;
  let tiedOthers = 0;
  for (let place = 0; place < order.length; place++) {
    const count = counts[order[place]!]!;
    if (isOfClass[place] === 1) tiedOfClass += count;
    else tiedOthers += count;
    if (isLastOfEquals[place] === 0) continue;
    pairs += tiedOthers * (ofClass + tiedOfClass / 2);
    ofClass += tiedOfClass;
    others += tiedOthers;
    tiedOfClass = 0;
    tiedOthers = 0;
  }
  return pairs / (ofClass * others);
}
