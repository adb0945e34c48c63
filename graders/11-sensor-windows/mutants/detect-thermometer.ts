/**
 * Rejected by: better than a thermometer
 * Dishonest: a threshold on the mean temperature, without any network.
 */
import { type Detector, type Windows } from '../../../solutions/11-sensor-windows/exercise.ts';

export function detect({ mean, sd }: Detector, seen: Windows): number[] {
  return seen.map((window) => {
    const temperature = window.reduce((sum, row) => sum + row[0]!, 0) / window.length;
    return temperature > mean[0]! + 0.7 * sd[0]! ? 1 : 0;
  });
}
