/**
 * Rejected by: finds the faults of another run
 * Dishonest: never an alarm, which is right in 83 of 100 windows.
 */
import { type Detector, type Windows } from '../../../solutions/11-sensor-windows/exercise.ts';

export function detect({ mean }: Detector, seen: Windows): number[] {
  return seen.map((window) => (window.length === 6 && window[0]![0]! > mean[0]! ? 1 : 0));
}
