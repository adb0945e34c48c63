import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { drawPoints, largestStableRate, leastSquares, lossOf, zeros, type Points } from './points.ts';

/** The same points with the first feature in other units. */
function inOtherUnits({ xs, ys }: Points, factor: number): Points {
  return { xs: xs.map(([first, ...others]) => [factor * first!, ...others]), ys };
}

/** Adds the hidden checks of task 6: features of one size, and what they save. */
export function checkScaling({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'features of any size',
    {
      task: 6,
      points: 2,
      hint: 'Whatever the largest absolute value is, it becomes 1 or −1. And if all values of a feature are 0?',
    },
    async () => {
      const random = stream('scale');
      const sizes = [1e-3, 1, 40, 1e5];
      const xs = Array.from({ length: 9 }, () => sizes.map((size) => size * random.normal()));
      const largest = sizes.map((_, j) => Math.max(...xs.map((x) => Math.abs(x[j]!))));
      const scaled = await student.scaleFeatures(xs);
      expect(scaled, 'the scaled points').toHaveShape([9, 4]);
      xs.forEach((x, i) => {
        x.forEach((feature, j) => {
          expect(scaled[i]![j], `feature ${j} of point ${i}`).toBeCloseTo(feature / largest[j]!, 6);
        });
      });
      const [first, second] = await student.scaleFeatures([
        [2, 0],
        [-8, 0],
      ]);
      expect(first, 'the first of two points without a second feature').toEqual([0.25, 0]);
      expect(second, 'the second of them').toEqual([-1, 0]);
    },
  );

  // Share of the loss that training could still take away. Scaled, the solution leaves at most 2e-7 after 30 epochs; in
  // other units it leaves at least 0.075 after 1,500 (500 seeds).
  check(
    'fifty times as many epochs',
    {
      task: 6,
      points: 2,
      hint: 'With one feature a thousand times as large, the largest learning rate that works is a million times as small.',
    },
    async () => {
      const drawn = drawPoints(stream('units'), 100, 0.1);
      const raw = inOtherUnits(drawn, 1000);
      const scaled = { xs: await student.scaleFeatures(raw.xs), ys: raw.ys };
      expect(scaled.xs, 'the scaled points').toHaveShape([100, 2]);
      const excess = async (points: Points, epochs: number) => {
        const neuron = await student.trainBatch(points, { lr: 0.5 * largestStableRate(points), epochs });
        const [start, floor] = [lossOf(zeros(points), points), lossOf(leastSquares(points), points)];
        return (lossOf(neuron, points) - floor) / (start - floor);
      };
      expect(await excess(scaled, 30), 'what 30 epochs on scaled features leave').toBeLessThan(0.01);
      expect(await excess(raw, 1500), 'what 1,500 epochs on the others leave').toBeGreaterThan(0.01);
      const { diverged } = await student.trainBatch(raw, { lr: 0.5 * largestStableRate(drawn), epochs: 30 });
      expect(diverged, '"diverged" with the learning rate of small features').toBe(true);
    },
  );
}
