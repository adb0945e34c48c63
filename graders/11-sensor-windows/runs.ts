import type { Stream } from 'descent/grading';
import { simulateModerator } from '../../datasets/moderator/simulate.ts';

/** Rows of temperature, pressure, beam and valve (1 for on), every 10 s, and for each 1 while the valve is stuck. */
export interface Run {
  readonly rows: number[][];
  readonly states: number[];
}

/** A run of the simulated moderator. */
export function simulateRun(stream: Stream, rows: number): Run {
  const samples = simulateModerator(stream, 2 * rows).filter((_, index) => index % 2 === 0);
  return {
    rows: samples.map(({ temperature, pressure, beam, valve }) => [
      temperature,
      pressure,
      beam,
      valve === 'on' ? 1 : 0,
    ]),
    states: samples.map(({ state }) => (state === 'fault' ? 1 : 0)),
  };
}

/** Windows without overlap, and for each 1 if the valve was stuck for more than half of it. */
export function windowsOf(
  { rows, states }: Run,
  length: number,
): { windows: number[][][]; labels: number[] } {
  const starts = Array.from({ length: Math.floor(rows.length / length) }, (_, window) => window * length);
  return {
    windows: starts.map((from) => rows.slice(from, from + length)),
    labels: starts.map((from) => {
      const stuck = states.slice(from, from + length).reduce((sum, state) => sum + state, 0);
      return 2 * stuck > length ? 1 : 0;
    }),
  };
}

/** The mean of the share of faults that are found and the share of normal windows that raise no alarm. */
export function balancedAccuracy(alarms: readonly boolean[], labels: readonly number[]): number {
  const share = (label: number) => {
    const own = alarms.filter((_, i) => labels[i] === label);
    return own.filter((alarm) => alarm === (label === 1)).length / own.length;
  };
  return (share(0) + share(1)) / 2;
}

/** What the best threshold on the mean temperature of a window, chosen on one run, reaches on another. */
export function thresholdBaseline(known: Run, asked: Run, length: number): number {
  const meansOf = (seen: number[][][]) =>
    seen.map((window) => window.reduce((sum, row) => sum + row[0]!, 0) / window.length);
  const [training, test] = [windowsOf(known, length), windowsOf(asked, length)];
  const reach = ({ windows, labels }: typeof training, limit: number) =>
    balancedAccuracy(
      meansOf(windows).map((mean) => mean > limit),
      labels,
    );
  const tried = Array.from({ length: 61 }, (_, step) => {
    const limit = 19 + step / 5;
    return { limit, score: reach(training, limit) };
  });
  const best = tried.reduce((lead, next) => (next.score > lead.score ? next : lead));
  return reach(test, best.limit);
}
