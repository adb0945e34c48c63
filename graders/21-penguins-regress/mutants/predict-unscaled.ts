/**
 * Rejected by: a Gentoo and an Adelie
 * Plausible slip: new birds are not scaled like those of the training.
 */
import { tf } from 'descent';
import {
  type Bird,
  type Trained,
  features,
  toGrams,
} from '../../../solutions/21-penguins-regress/exercise.ts';

export function predictMass(
  { model, massScale }: Omit<Trained, 'history'>,
  birds: readonly Bird[],
): number[] {
  const rows = features(birds);
  const units = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor).dataSync());
  return toGrams([...units], massScale);
}
