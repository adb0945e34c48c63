import type { Evaluation } from './metric.ts';

/** Class probabilities beside true classes. */
export type ClassificationEvaluation = Extract<Evaluation, { task: 'classification' }>;
/** Predicted numbers beside true ones. */
export type RegressionEvaluation = Extract<Evaluation, { task: 'regression' }>;

/**
 * The evaluation of a classifier. Checks of the experiment keep other tasks away from such metrics.
 * @throws Error when a regression is given all the same.
 */
export function classificationOf(evaluation: Evaluation): ClassificationEvaluation {
  if (evaluation.task !== 'classification') {
    throw new Error('this metric needs class probabilities, and the model predicts numbers');
  }
  return evaluation;
}

/**
 * The evaluation of a model that predicts numbers.
 * @throws Error when a classification is given all the same.
 */
export function regressionOf(evaluation: Evaluation): RegressionEvaluation {
  if (evaluation.task !== 'regression') {
    throw new Error('this metric needs predicted numbers, and the model predicts classes');
  }
  return evaluation;
}
