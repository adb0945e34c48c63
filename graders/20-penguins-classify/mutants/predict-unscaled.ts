/**
 * Rejected by: a Gentoo and an Adelie
 * Plausible slip: a new bird is not scaled.
 */
import { tf } from 'descent';
import {
  SPECIES,
  features,
  type Answer,
  type Bird,
  type Trained,
} from '../../../solutions/20-penguins-classify/exercise.ts';

export function predictSpecies({ model }: Trained, birds: readonly Bird[]): Answer[] {
  const rows = features(birds);
  const all = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor2D).arraySync());
  return all.map((probabilities) => ({
    species: SPECIES[probabilities.indexOf(Math.max(...probabilities))]!,
    probabilities,
  }));
}
