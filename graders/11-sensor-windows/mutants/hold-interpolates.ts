/**
 * Rejected by: on stays on
 * Seeds: ON and OFF are interpolated, and a switch is half on.
 */
import { resampleLinear } from '../../../solutions/11-sensor-windows/exercise.ts';

export function resampleHold(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  return resampleLinear(times, values, at);
}
