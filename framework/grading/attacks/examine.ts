import { createStream, type Stream } from '../../random/stream.ts';
import type { Submission } from '../submission/host.ts';

/** What one check gives, and whether it was passed. */
type Check = readonly [points: number, passes: (student: Submission, stream: Stream) => Promise<boolean>];

const ROWS = 60;
const PROBLEMS = 12;

/**
 * A small exercise with the traps of a real one: an example that everybody sees, hidden data, a classifier that is asked
 * in small random batches and twice, a callback. Ten points in all.
 */
const CHECKS: readonly Check[] = [
  [1, async (student) => (await student.call('mean', [[1, 2, 3, 4]])) === 2.5],
  [2, meansOfHiddenLists],
  [4, hiddenLabels],
  [3, hiddenMinimum],
];

/** Marks a submission. @returns its points, of 10; a check that brings no value is not passed */
export async function examine(student: Submission, seed: number): Promise<number> {
  let total = 0;
  for (const [index, [points, passes]] of CHECKS.entries()) {
    const passed = await passes(student, createStream(seed).derive(index)).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'StudentFailure') return false;
      throw error;
    });
    if (passed) total += points;
  }
  return total;
}

async function meansOfHiddenLists(student: Submission, stream: Stream): Promise<boolean> {
  for (let problem = 0; problem < PROBLEMS; problem++) {
    const values = Array.from({ length: 3 + problem }, () => stream.normal());
    const expected = values.reduce((sum, value) => sum + value, 0) / values.length;
    const answer = await student.call('mean', [values]);
    if (typeof answer !== 'number' || !(Math.abs(answer - expected) < 1e-6)) return false;
  }
  return true;
}

async function hiddenLabels(student: Submission, stream: Stream): Promise<boolean> {
  const rows = Array.from({ length: ROWS }, () => [stream.normal(), stream.normal()]);
  const first = await classifyInBatches(student, rows, stream);
  const second = await classifyInBatches(student, rows, stream);
  const right = rows.filter(([x = 0, y = 0], index) => first[index] === (x + y > 0 ? 1 : 0)).length;
  return right >= 0.95 * ROWS && first.every((label, index) => label === second[index]);
}

/** Asks for the rows in random order, one to five at a time. */
async function classifyInBatches(
  student: Submission,
  rows: readonly number[][],
  stream: Stream,
): Promise<unknown[]> {
  const labels: unknown[] = [];
  const order = stream.permutation(rows.length);
  let start = 0;
  while (start < order.length) {
    const size = 1 + stream.integer(5);
    const batch = Array.from(order.slice(start, start + size));
    const answer = await student.call('classify', [batch.map((index) => rows[index]!)]);
    if (!Array.isArray(answer) || answer.length !== batch.length) return [];
    batch.forEach((row, position) => (labels[row] = (answer as unknown[])[position]));
    start += size;
  }
  return labels;
}

/** More than once, or one guess in five hundred would be right. */
async function hiddenMinimum(student: Submission, stream: Stream): Promise<boolean> {
  for (let problem = 0; problem < 3; problem++) {
    const lowest = stream.uniform() * 8 - 4;
    const answer = await student.call('minimum', [(x: unknown) => (Number(x) - lowest) ** 2]);
    if (typeof answer !== 'number' || !(Math.abs(answer - lowest) < 0.01)) return false;
  }
  return true;
}
