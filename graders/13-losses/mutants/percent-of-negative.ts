/**
 * Rejected by: percent, ratios and counts anywhere
 * Plausible slip: a target below 0 counts as SMALLEST.
 */
import { SMALLEST } from '../../../solutions/13-losses/exercise.ts';

export function percentageError(target: number, prediction: number): number {
  return (100 * Math.abs(prediction - target)) / Math.max(target, SMALLEST);
}
