/**
 * Rejected by: parameters of a batch normalization
 * One trained number for each channel.
 */
import type { Count } from '../../../solutions/18-param-count/exercise.ts';

export function batchNormParams(channels: number): Count {
  return { trainable: channels, nonTrainable: 2 * channels };
}
