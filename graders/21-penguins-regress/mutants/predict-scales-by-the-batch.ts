/**
 * Rejected by: each mass depends on its own bird
 * Plausible slip: new birds are scaled with their own mean.
 */
import { tf } from 'descent';
import {
  type Bird,
  type Trained,
  features,
  fitScale,
  toGrams,
  scaleRows,
} from '../../../solutions/21-penguins-regress/exercise.ts';

export function predictMass(
  { model, inputScales, massScale }: Omit<Trained, 'history'>,
  birds: readonly Bird[],
): number[] {
  const raw = features(birds);
  const own = inputScales.map((_, j) => fitScale(raw.map((row) => row[j]!)));
  const rows = scaleRows(raw, own);
  const units = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor).dataSync());
  return toGrams([...units], massScale);
}
