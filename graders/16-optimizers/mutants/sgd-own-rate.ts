/**
 * Rejected by: sgd over twenty steps
 * Dishonest: the learning rate of the visible check.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function sgd(w: number, g: number, memory: Memory, _settings: Settings): Stepped {
  return { w: w - 0.1 * g, memory };
}
