import type { Stream } from 'descent/grading';
import type { Settings } from './rules.ts';

/** Settings far from the usual ones, with an epsilon so large that its place in a formula shows. */
export function drawSettings(stream: Stream): Settings {
  const part = (from: number, to: number) => from + (to - from) * stream.uniform();
  return {
    lr: part(0.05, 0.5),
    beta: part(0.3, 0.9),
    decay: part(0.3, 0.9),
    beta1: part(0.3, 0.9),
    beta2: part(0.5, 0.95),
    epsilon: part(0.05, 0.2),
    start: part(0.1, 1),
    l1: part(0.1, 0.5),
    l2: part(0.1, 0.5),
  };
}

/** Numbers of the standard normal distribution. */
export const draw = (stream: Stream, count: number): number[] =>
  Array.from({ length: count }, () => stream.normal());
