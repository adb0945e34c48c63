import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';
import { averageOfRankings, onceEach, type RankedRows } from './ranked-rows.ts';

/** The area under the curve of precision over recall: the mean precision at the rows of a class, best score first. */
export const prAuc = defineComponent({
  kind: 'metric',
  type: 'prAuc',
  summary:
    'The area under the curve of precision over recall, as average precision: how clean the top of the ranking is.',
  when: 'The class that matters is rare. Guessing gives its share of the rows, 1 is perfect.',
  formula:
    'Σ over thresholds of (recall − recall before) · precision, without interpolation; with two classes of the ' +
    'second class, with more the mean of each class against the rest over the classes that occur; NaN where none does',
  source: 'Davis and Goadrich, "The relationship between precision-recall and ROC curves", 2006',
  options: {},
  example: {},
  build: (): MetricPart => {
    const counted: MetricPart['counted'] = (evaluation) =>
      averageOfRankings(classificationOf(evaluation), averagePrecision);
    return {
      tasks: ['classification'],
      direction: 'higher',
      unit: 'none',
      compute: (evaluation) => counted(evaluation)(onceEach(evaluation.rows)),
      counted,
    };
  },
});

function averagePrecision({ order, isOfClass, isLastOfEquals }: RankedRows, counts: Int32Array): number {
  let found = 0;
  let taken = 0;
  let sum = 0;
  let tiedOfClass = 0;
  for (let place = 0; place < order.length; place++) {
    const count = counts[order[place]!]!;
    taken += count;
    if (isOfClass[place] === 1) tiedOfClass += count;
    if (isLastOfEquals[place] === 0 || tiedOfClass === 0) continue;
    found += tiedOfClass;
    sum += (tiedOfClass * found) / taken;
    tiedOfClass = 0;
  }
  return sum / found;
}
