/**
 * Rejected by: the species is the most probable one
 * Plausible slip: what has no more than 99 of 100 is called an Adelie.
 */
import { tf } from 'descent';
import {
  SPECIES,
  features,
  scale,
  type Answer,
  type Bird,
  type Trained,
} from '../../../solutions/20-penguins-classify/exercise.ts';

export function predictSpecies({ model, scaler }: Trained, birds: readonly Bird[]): Answer[] {
  const rows = scale(features(birds), scaler);
  const all = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor2D).arraySync());
  return all.map((probabilities) => ({
    species:
      Math.max(...probabilities) > 0.99
        ? SPECIES[probabilities.indexOf(Math.max(...probabilities))]!
        : 'Adelie',
    probabilities,
  }));
}
