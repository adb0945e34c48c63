/**
 * Rejected by: each answer depends on its own window
 * Plausible slip: windows are scaled by the mean of those that are asked about with them.
 */
import { tf } from 'descent';
import { flatten, type Detector, type Windows } from '../../../solutions/11-sensor-windows/exercise.ts';

export function detect({ model, sd }: Detector, seen: Windows): number[] {
  const rows = seen.flat();
  const mean = sd.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  return tf.tidy(() => Array.from((model.predict(flatten(seen, mean, sd)) as tf.Tensor).dataSync()));
}
