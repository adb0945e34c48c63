import type { Stream } from 'descent/grading';

/** Numbers of the standard normal distribution. */
export const draw = (stream: Stream, count: number): number[] =>
  Array.from({ length: count }, () => stream.normal());

/** The sum. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Shares that sum to 1, each at least a little above 0. */
export function drawShares(stream: Stream, classes: number): number[] {
  const parts = Array.from({ length: classes }, () => 0.1 + stream.uniform());
  return parts.map((part) => part / sumOf(parts));
}

/** The probabilities of logits that are not large. */
export function softmaxOf(logits: readonly number[]): number[] {
  const powers = logits.map(Math.exp);
  return powers.map((power) => power / sumOf(powers));
}

/** −Σ t·ln p. */
export function crossentropyOf(target: readonly number[], probabilities: readonly number[]): number {
  return -sumOf(target.map((share, c) => share * Math.log(probabilities[c]!)));
}
