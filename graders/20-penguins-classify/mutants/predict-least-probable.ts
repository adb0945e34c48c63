/**
 * Rejected by: a Gentoo and an Adelie
 * Plausible slip: the smallest probability instead of the largest.
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
    species: SPECIES[probabilities.indexOf(Math.min(...probabilities))]!,
    probabilities,
  }));
}
