import type { RunResult } from '../experiment/run-result.ts';
import type { Interval } from '../metrics/bootstrap-interval.ts';

/** A metric of the judged part that is a number; null where it is undefined. */
export interface JudgedNumber {
  readonly name: string;
  readonly value: number | null;
  readonly interval: Interval | undefined;
}

/** The metrics that are numbers, on the part on which model and baselines are compared, in the order of the file. */
export function judgedNumbers(result: RunResult): JudgedNumber[] {
  const part = result.parts[result.judgedPart];
  if (part === undefined) return [];
  return Object.entries(part.metrics).flatMap(([name, value]) =>
    value === null || typeof value === 'number' ? [{ name, value, interval: part.intervals[name] }] : [],
  );
}
