import type { PreparedData } from '../../data/prepared-data.ts';
import type { PartName } from '../../data/split.ts';
import type { Evaluation } from '../metric.ts';

/** Class probabilities `[rows, classes]` beside the true classes of a part. */
export function judgeProbabilities(
  data: PreparedData,
  part: PartName,
  probabilities: Float32Array,
): Evaluation {
  const { rows, targets } = data.parts[part];
  return {
    task: 'classification',
    rows,
    classes: classesOf(data),
    labels: targets as Int32Array,
    probabilities,
  };
}

/**
 * Predicted numbers `[rows, outputs]` beside the truth of a part, both back in the unit of the source.
 * @param predictions in the unit of the prepared targets
 */
export function judgeNumbers(data: PreparedData, part: PartName, predictions: Float32Array): Evaluation {
  const { rows, targets } = data.parts[part];
  return {
    task: 'regression',
    rows,
    outputs: outputsOf(data),
    targets: data.invertTarget(targets as Float32Array),
    predictions: data.invertTarget(predictions),
  };
}

/** @throws Error when numbers are predicted: then a baseline for classes was chosen by mistake. */
export function classesOf(data: PreparedData): readonly string[] {
  if (data.target.kind !== 'classes') throw new Error('this baseline predicts classes, the data has numbers');
  return data.target.classes;
}

/** @throws Error when classes are predicted: then a baseline for numbers was chosen by mistake. */
export function outputsOf(data: PreparedData): readonly string[] {
  if (data.target.kind !== 'numbers') throw new Error('this baseline predicts numbers, the data has classes');
  return data.target.names;
}
