import { defineComponent } from '../../component/component.ts';
import type { BaselinePart } from '../baseline.ts';
import { allRows, featureWidth, fitScaling, scaledFeatures } from './feature-matrix.ts';
import { classesOf, judgeProbabilities } from './judged-evaluation.ts';
import { fitSoftmaxRegression, predictSoftmaxRegression } from './softmax-regression.ts';

/** Rows × width × classes in one evaluation of the loss, at most; and in all of them: about a second. */
const LARGEST = 16_000_000;
const BUDGET = 300_000_000;
const MOST_EVALUATIONS = 200;

/** Multinomial logistic regression on the flattened features. */
export const logistic = defineComponent({
  kind: 'baseline',
  type: 'logistic',
  summary: 'Multinomial logistic regression on the features as the model gets them, flattened.',
  when: 'Always: what a network gains over it is what its hidden layers are worth.',
  formula: 'softmax(intercepts + weights · features), minimizing Σ −ln p(true class) + |weights|²/2',
  source: 'Cox, "The regression analysis of binary sequences", 1958',
  options: {},
  example: {},
  build: (): BaselinePart => ({
    tasks: ['classification'],
    title: 'logistic regression',
    evaluate(data, part, stream) {
      const classes = classesOf(data).length;
      const { train } = data.parts;
      const width = featureWidth(data.inputShape);
      const most = Math.max(500, Math.floor(LARGEST / (width * classes)));
      const rows =
        train.rows > most
          ? stream.derive('rows').permutation(train.rows).subarray(0, most)
          : allRows(train.rows);
      const scaling = fitScaling(train, rows, width);
      const known = scaledFeatures(train, rows, scaling);
      const labels = Int32Array.from(rows, (row) => train.targets[row]!);
      const evaluations = Math.min(MOST_EVALUATIONS, Math.ceil(BUDGET / (known.values.length * classes)));
      const { weights, converged } = fitSoftmaxRegression(known, labels, classes, evaluations);
      const judged = scaledFeatures(data.parts[part], allRows(data.parts[part].rows), scaling);
      const remarks = [
        ...(rows.length < train.rows ? [`learned from ${rows.length} of ${train.rows} rows`] : []),
        ...(converged ? [] : [`stopped after ${evaluations} evaluations of its loss`]),
      ];
      return Promise.resolve({
        evaluation: judgeProbabilities(data, part, predictSoftmaxRegression(judged, weights, classes)),
        ...(remarks.length > 0 ? { remark: remarks.join(', ') } : {}),
      });
    },
  }),
});
