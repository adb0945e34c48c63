/**
 * Rejected by: the report on any predictions
 * Plausible slip: R² is taken for a share, which cannot be negative.
 */
import { type Report, fitScale, meanOf } from '../../../solutions/21-penguins-regress/exercise.ts';

export function report(predicted: readonly number[], masses: readonly number[]): Report {
  const mse = meanOf(predicted.map((value, i) => (value - masses[i]!) ** 2));
  const ratios = fitScale(predicted.map((value, i) => value / masses[i]!));
  return {
    rmse: Math.sqrt(mse),
    r2: Math.max(0, 1 - mse / fitScale(masses).sd ** 2),
    ratioMean: ratios.mean,
    ratioSd: ratios.sd,
  };
}
