/**
 * Rejected by: finds the faults of another run
 * Dishonest: never an alarm, which is right in 83 of 100 windows; so nothing is trained.
 */
import {
  buildNetwork,
  type Detector,
  type Run,
  type Windows,
} from '../../../solutions/11-sensor-windows/exercise.ts';

export function trainDetector({ rows }: Run, { length, seed }: { length: number; seed: number }): Detector {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = rows[0]!.map((_, j) => meanOf(rows.map((row) => row[j]!)));
  const sd = mean.map((middle, j) => Math.sqrt(meanOf(rows.map((row) => (row[j]! - middle) ** 2))));
  return { model: buildNetwork(length * mean.length, seed), mean, sd };
}

export function detect({ mean }: Detector, seen: Windows): number[] {
  return seen.map((window) => (window.length === 6 && window[0]![0]! > mean[0]! ? 1 : 0));
}
