/**
 * Rejected by: the fast tendency of any state
 * Plausible slip: the right neighbor of the last one at a site is sought at its own site.
 */
import {
  COUPLING,
  FAST,
  FASTER,
  SMALLER,
  type State,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function fastTendency({ X, Y }: State): number[] {
  return Y.map((own, j) => {
    const site = Math.floor(j / FAST);
    const ahead = (steps: number) => Y[site * FAST + ((j + steps) % FAST)]!;
    const behind = Y[(j + Y.length - 1) % Y.length]!;
    return -FASTER * SMALLER * ahead(1) * (ahead(2) - behind) - FASTER * own + COUPLING * X[site]!;
  });
}
