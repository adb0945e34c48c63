import { defineComponent } from '../../component/component.ts';
import type { BaselinePart } from '../baseline.ts';
import { allRows, featureWidth, fitScaling, scaledFeatures } from './feature-matrix.ts';
import { judgeNumbers, outputsOf } from './judged-evaluation.ts';
import { leastSquares, times } from './least-squares.ts';

/** Numbers (rows × width) of features that are learned from at most: a second of work for 100 iterations. */
const LARGEST = 10_000_000;
const MOST_ITERATIONS = 500;
/** Multiplications spent per output. */
const BUDGET = 1_000_000_000;

/** Ordinary least squares with intercept on the flattened features. */
export const linear = defineComponent({
  kind: 'baseline',
  type: 'linear',
  summary: 'Ordinary least squares with intercept on the features as the model gets them, flattened.',
  when: 'Always: it needs no tuning, and on tables a network often gains little over it.',
  formula:
    'minimizes Σ (target − intercept − weights · features)²; of collinear columns the shortest solution',
  source: 'Legendre, "Nouvelles méthodes", 1805',
  options: {},
  example: {},
  build: (): BaselinePart => ({
    tasks: ['regression'],
    title: 'linear least squares',
    evaluate(data, part, stream) {
      const outputs = outputsOf(data).length;
      const { train } = data.parts;
      const width = featureWidth(data.inputShape);
      const most = Math.max(1000, Math.floor(LARGEST / width));
      const rows =
        train.rows > most
          ? stream.derive('rows').permutation(train.rows).subarray(0, most)
          : allRows(train.rows);
      const scaling = fitScaling(train, rows, width);
      const known = scaledFeatures(train, rows, scaling);
      const judged = scaledFeatures(data.parts[part], allRows(data.parts[part].rows), scaling);
      const iterations = Math.min(MOST_ITERATIONS, Math.ceil(BUDGET / (2 * known.values.length)));
      const predictions = new Float32Array(judged.rows * outputs);
      let allConverged = true;
      for (let output = 0; output < outputs; output++) {
        const target = Float64Array.from(rows, (row) => train.targets[row * outputs + output]!);
        const intercept = target.reduce((sum, value) => sum + value / target.length, 0);
        const { weights, converged } = leastSquares(
          known,
          target.map((value) => value - intercept),
          iterations,
        );
        allConverged &&= converged;
        for (const [row, value] of times(judged, weights).entries()) {
          predictions[row * outputs + output] = intercept + value;
        }
      }
      const remarks = [
        ...(rows.length < train.rows ? [`learned from ${rows.length} of ${train.rows} rows`] : []),
        ...(allConverged ? [] : [`stopped after ${iterations} iterations`]),
      ];
      return Promise.resolve({
        evaluation: judgeNumbers(data, part, predictions),
        ...(remarks.length > 0 ? { remark: remarks.join(', ') } : {}),
      });
    },
  }),
});
