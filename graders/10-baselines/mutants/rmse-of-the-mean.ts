/**
 * Rejected by: no constant is better than the mean
 * Plausible slip: the standard deviation, whatever was predicted: right for the mean only.
 */
import { meanPredictor } from '../../../solutions/10-baselines/exercise.ts';

export function rmse(predicted: readonly number[], values: readonly number[]): number {
  const mean = predicted.length > 0 ? meanPredictor(values) : 0;
  return Math.sqrt(meanPredictor(values.map((value) => (value - mean) ** 2)));
}
