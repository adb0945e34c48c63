/**
 * Rejected by: the report on three birds
 * Plausible slip: the ratio of the means instead of the mean of the ratios.
 */
import { type Report, fitScale, meanOf } from '../../../solutions/21-penguins-regress/exercise.ts';

export function report(predicted: readonly number[], masses: readonly number[]): Report {
  const mse = meanOf(predicted.map((value, i) => (value - masses[i]!) ** 2));
  const ratios = fitScale(predicted.map((value, i) => value / masses[i]!));
  return {
    rmse: Math.sqrt(mse),
    r2: 1 - mse / fitScale(masses).sd ** 2,
    ratioMean: meanOf(predicted) / meanOf(masses),
    ratioSd: ratios.sd,
  };
}
