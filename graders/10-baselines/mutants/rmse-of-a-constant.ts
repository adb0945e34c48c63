/**
 * Rejected by: no constant is better than the mean
 * Plausible slip: every value is compared with the first prediction.
 */
import { meanPredictor } from '../../../solutions/10-baselines/exercise.ts';

export function rmse(predicted: readonly number[], values: readonly number[]): number {
  return Math.sqrt(meanPredictor(values.map((value) => (value - predicted[0]!) ** 2)));
}
