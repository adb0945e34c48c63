/**
 * Rejected by: convolutions and normalizations of any size
 * Dishonest: the answer of the visible check.
 */
import type { Count } from '../../../solutions/18-param-count/exercise.ts';

export function batchNormParams(_channels: number): Count {
  return { trainable: 32, nonTrainable: 32 };
}
