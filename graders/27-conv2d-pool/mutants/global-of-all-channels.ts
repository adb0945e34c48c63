/**
 * Rejected by: the mean of everything
 * Plausible slip: a single mean of all channels.
 */
import { globalAverage as honest, type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function globalAverage(image: Image): number[] {
  const means = honest(image);
  return [means.reduce((sum, mean) => sum + mean, 0) / means.length];
}
