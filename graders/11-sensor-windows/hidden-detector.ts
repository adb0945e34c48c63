import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { balancedAccuracy, simulateRun, thresholdBaseline, windowsOf } from './runs.ts';

const LENGTH = 24;

/** Adds the hidden checks of task 5: a detector that is trained on one run of the moderator and judged on another. */
export function checkDetector({ check, student, stream, once }: CheckContext<typeof exports>): void {
  /** The one training that several checks look at. */
  const training = once(async () => {
    const known = simulateRun(stream('training run'), 24_000);
    const options = { length: LENGTH, stride: 12, seed: 1 + stream('seed').integer(1000) };
    return { known, detector: await student.trainDetector(known, options) };
  });

  check(
    'the scale of the training run',
    { task: 5, points: 2, timeout: 60, hint: 'Over what do mean and sd run? One of each for every sensor.' },
    async () => {
      const { known, detector } = await training();
      for (const [column, name] of ['temperature', 'pressure', 'beam', 'valve'].entries()) {
        const values = known.rows.map((row) => row[column]!);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
        const sd = Math.sqrt(square);
        expect(
          (detector.mean[column]! - mean) / sd,
          `the error of the mean of the ${name}, in sd`,
        ).toBeCloseTo(0, 1);
        expect(detector.sd[column]! / sd, `the sd of the ${name}, as a share of the right one`).toBeCloseTo(
          1,
          1,
        );
      }
    },
  );

  check(
    'each answer depends on its own window',
    {
      task: 5,
      points: 2,
      timeout: 60,
      hint: 'With which mean and sd is a window scaled that is asked about alone?',
    },
    async () => {
      // A short run is enough: how well the detector does is none of the matter here.
      const options = { length: LENGTH, stride: 12, seed: 1 };
      const detector = await student.trainDetector(simulateRun(stream('short run'), 1200), options);
      const { windows } = windowsOf(simulateRun(stream('few'), 240), LENGTH);
      const together = await student.detect(detector, windows);
      expect(together, 'the answers for 10 windows').toHaveLength(windows.length);
      for (const [i, window] of windows.entries()) {
        const [alone] = await student.detect(detector, [window]);
        expect(alone, `the answer for window ${i}, asked about alone`).toBeCloseTo(together[i]!, 4);
      }
    },
  );

  const judged = once(async () => {
    const { known, detector } = await training();
    const other = simulateRun(stream('other run'), 24_000);
    const { windows, labels } = windowsOf(other, LENGTH);
    const probabilities = await student.detect(detector, windows);
    expect(probabilities, 'the answers for 1,000 windows').toHaveLength(windows.length);
    const alarms = probabilities.map((probability) => probability > 0.5);
    return {
      reached: balancedAccuracy(alarms, labels),
      thermometer: thresholdBaseline(known, other, LENGTH),
    };
  });

  // 20 seeds of the solution, two other runs with each (wasm): mean 0.900, standard deviation 0.021, at least 0.866. Always
  // "normal" has 0.5 (and an accuracy of 0.83), the best threshold on the temperature 0.803 (0.764 to 0.840).
  check(
    'finds the faults of another run',
    {
      task: 5,
      points: 4,
      timeout: 90,
      partial: [
        [0.72, 2],
        [0.82, 4],
      ],
      hint: 'Is the run scaled, does each window have its own label, do both classes weigh the same? Is it trained long enough?',
    },
    async () => (await judged()).reached,
  );

  // The same 20: better than the threshold by 0.097 in the mean, standard deviation 0.020, at least 0.064.
  check(
    'better than a thermometer',
    {
      task: 5,
      points: 2,
      timeout: 90,
      hint: 'A threshold on the mean temperature of a window does nearly as well. Does your network see every row of it?',
    },
    async () => {
      const { reached, thermometer } = await judged();
      expect(reached, 'the balanced accuracy on another run').toReach(thermometer + 0.02, {
        better: 'higher',
        baseline: 0.5,
      });
    },
  );
}
