/**
 * Rejected by: each answer depends on its own bird
 * A look at the test set: birds are scaled by the mean of those that are asked about.
 */
import { tf } from 'descent';
import {
  SPECIES,
  features,
  fitScaler,
  scale,
  type Answer,
  type Bird,
  type Trained,
} from '../../../solutions/20-penguins-classify/exercise.ts';

export function predictSpecies({ model, scaler }: Trained, birds: readonly Bird[]): Answer[] {
  const rows = scale(features(birds), birds.length < 2 ? scaler : fitScaler(features(birds)));
  const all = tf.tidy(() => (model.predict(tf.tensor2d(rows)) as tf.Tensor2D).arraySync());
  return all.map((probabilities) => ({
    species: SPECIES[probabilities.indexOf(Math.max(...probabilities))]!,
    probabilities,
  }));
}
