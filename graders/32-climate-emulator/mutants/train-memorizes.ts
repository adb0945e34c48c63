/**
 * Rejected by: the skill offline
 * Dishonest: the U of the snapshot that begins most alike, learned by heart.
 */
import { type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  return Promise.resolve((X) => {
    const distances = truth.X.map((known) => Math.abs(known[0]! - X[0]!));
    return [...truth.U[distances.indexOf(Math.min(...distances))]!];
  });
}
