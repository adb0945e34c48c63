/**
 * Rejected by: percent, ratios and counts
 * Plausible slip: percent of what was predicted.
 */
import { SMALLEST } from '../../../solutions/13-losses/exercise.ts';

export function percentageError(target: number, prediction: number): number {
  return (100 * Math.abs(prediction - target)) / Math.max(Math.abs(prediction), SMALLEST);
}
