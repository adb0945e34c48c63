/**
 * Rejected by: better than a thermometer
 * Dishonest: a threshold on the mean temperature, so the network is not trained.
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

export function detect({ mean, sd }: Detector, seen: Windows): number[] {
  return seen.map((window) => {
    const temperature = window.reduce((sum, row) => sum + row[0]!, 0) / window.length;
    return temperature > mean[0]! + 0.7 * sd[0]! ? 1 : 0;
  });
}
