import { expect, type CheckContext, type Stream } from 'descent/grading';

/** Rows that can be told apart, and their labels: row 7 is `[7, 70]` and its label `row 7`. */
export function numberedRows(count: number): { xs: number[][]; ys: string[] } {
  const places = Array.from({ length: count }, (_, place) => place);
  return { xs: places.map((place) => [place, 10 * place]), ys: places.map((place) => `row ${place}`) };
}

/** Numbers in ascending order. */
export function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Expects that parts have each of the places 0 … n − 1 exactly once. */
export function expectEachOnce(parts: readonly (readonly number[])[], n: number, name: string): void {
  const places = Array.from({ length: n }, (_, place) => place);
  expect(ascending(parts.flat()), name).toEqual(places);
}

/** Expects that each numbered row still has its label. */
export function expectPairs({ xs, ys }: { xs: readonly (readonly number[])[]; ys: readonly string[] }): void {
  expect(ys, 'the labels').toHaveLength(xs.length);
  expect(ys, 'the labels, beside the rows').toEqual(xs.map(([place]) => `row ${place}`));
}

/** Expects that batches hold each numbered row once, with its label. */
export function expectWholeEpoch(
  batches: readonly { xs: readonly (readonly number[])[]; ys: readonly string[] }[],
  n: number,
  name: string,
): void {
  for (const batch of batches) expectPairs(batch);
  const places = batches.flatMap(({ xs }) => xs.map(([place]) => place!));
  expectEachOnce([places], n, name);
}

/**
 * Calls tailSplit with labels that it has to refuse.
 * @returns the message of the error that it throws
 */
export async function refusalOf(
  { submission, student }: Pick<CheckContext<never>, 'submission'> & { student: Splitter },
  labels: readonly string[],
  share: number,
): Promise<string> {
  const outcome = await submission.attempt('tailSplit', [labels, share], { sync: true });
  if (outcome.state === 'error' && outcome.error.name !== 'TodoError') return outcome.error.message;
  // A function that is not written yet, hangs or crashes is no refusal: the second call says in words what it came to.
  await student.tailSplit(labels, share);
  expect(false, 'whether tailSplit refused, by throwing an error').toBe(true);
  return '';
}

interface Splitter {
  tailSplit(labels: readonly string[], share: number): Promise<unknown>;
}

/** A whole number that students are not likely to have tried. */
export const drawSeed = (stream: Stream): number => 1000 + stream.integer(1_000_000);
