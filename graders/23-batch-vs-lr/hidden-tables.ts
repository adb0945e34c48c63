import { expect, type CheckContext, type Stream } from 'descent/grading';
import { drawDigits, drawSeed } from './digits.ts';
import type { exports } from './exports.ts';

/** A table as runs of one kind bring it: epochs that grow with a power of the batch size, unsorted, with some '+'. */
function drawTable(stream: Stream, power: number) {
  const batches = [1, 4, 20, 50, 300];
  const cells = [0.5, 0.07, 0.008].flatMap((lr) =>
    batches.map((batch) => {
      const wobble = 1 + 0.25 * stream.uniform();
      const epochs = Math.round((3 / lr) * batch ** power * wobble);
      return { lr, batch, best: 0.9, epochsToTarget: epochs > 3000 ? '+' : epochs };
    }),
  );
  // One run of a large batch has diverged, as happens with the sum.
  cells[4]!.epochsToTarget = '+';
  return Array.from(stream.permutation(cells.length), (place) => cells[place]!);
}

/** Looks at tables of runs, and at what is read from them. */
export function checkTables({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'cells are what their runs bring',
    {
      task: 5,
      points: 2,
      hint: 'All cells have the same digits, seed, epochs, reduction and target; only two things differ.',
    },
    async () => {
      const random = stream('cells');
      const [training, validation] = await drawDigits(random, [40, 60]);
      for (const reduction of ['mean', 'sum']) {
        const common = {
          reduction,
          epochs: 4,
          target: 0.25 + 0.1 * random.uniform(),
          seed: drawSeed(random),
        };
        const grid = { ...common, lrs: [0.02, 0.3], batches: [2, 9] };
        const table = await student.gridRun(training, validation, grid);
        expect(table, 'the cells').toHaveLength(4);
        for (const { lr, batch, best, epochsToTarget } of table) {
          const own = await student.run(training, validation, { ...common, lr, batch });
          const name = `with lr ${lr}, batches of ${batch} and the ${reduction}`;
          expect(best, `the best accuracy ${name}`).toBeCloseTo(own.best, 8);
          expect(epochsToTarget, `the epochs ${name}`).toBe(own.epochsToTarget);
        }
        expect(
          new Set(table.map(({ lr, batch }) => `${lr} ${batch}`)).size,
          'the number of different cells',
        ).toBe(4);
      }
    },
  );

  check(
    'tables of both kinds',
    {
      task: 6,
      points: 4,
      hint: 'Cells may come in any order, with any learning rates and batch sizes. Compare only cells of the same learning rate, and not "+".',
    },
    async () => {
      const random = stream('tables');
      for (const [power, reduction] of [
        [0, 'sum'],
        [1, 'mean'],
        [0.15, 'sum'],
        [0.85, 'mean'],
      ] as const) {
        const found = await student.whichReduction(drawTable(random, power));
        expect(found, `a table whose epochs grow with the batch size to the power of ${power}`).toBe(
          reduction,
        );
      }
    },
  );
}
