/**
 * Rejected by: a Gentoo and an Adelie
 * Plausible slip: the answer is on the scale of the network.
 */
import { tf } from 'descent';
import {
  type Bird,
  type Trained,
  features,
  scaleRows,
} from '../../../solutions/21-penguins-regress/exercise.ts';

export function predictMass(
  { model, inputScales }: Omit<Trained, 'history'>,
  birds: readonly Bird[],
): number[] {
  const rows = scaleRows(features(birds), inputScales);
  const units = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor).dataSync());
  return [...units];
}
