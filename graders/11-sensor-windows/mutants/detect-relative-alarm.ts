/**
 * Rejected by: each answer depends on its own window
 * Dishonest: the fifth of the windows with the highest output raise an alarm, whatever it is.
 */
import { tf } from 'descent';
import { flatten, type Detector, type Windows } from '../../../solutions/11-sensor-windows/exercise.ts';

export function detect({ model, mean, sd }: Detector, seen: Windows): number[] {
  const own = tf.tidy(() => Array.from((model.predict(flatten(seen, mean, sd)) as tf.Tensor).dataSync()));
  const limit = [...own].sort((one, other) => other - one)[Math.floor(own.length / 5)]!;
  return own.map((value) => (value > limit ? 1 : 0));
}
