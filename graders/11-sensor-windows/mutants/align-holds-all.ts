/**
 * Rejected by: two clocks, one table
 * Plausible slip: all sensors are held, the temperature in steps.
 */
import { resampleHold, type Aligned, type Readings } from '../../../solutions/11-sensor-windows/exercise.ts';

export function alignSensors(sensors: Readonly<Record<string, Readings>>, interval: number): Aligned {
  const all = Object.values(sensors);
  const start = Math.max(...all.map(({ times }) => times[0]!));
  const end = Math.min(...all.map(({ times }) => times.at(-1)!));
  const times = Array.from(
    { length: Math.floor((end - start) / interval) + 1 },
    (_, i) => start + i * interval,
  );
  const columns = all.map((sensor) => resampleHold(sensor.times, sensor.values, times));
  return { times, rows: times.map((_, i) => columns.map((column) => column[i]!)) };
}
