/**
 * Rejected by: a cell for every pair
 * Plausible slip: the learning rates change faster.
 */
import { run, type Digits, type Grid, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function gridRun(training: Digits, validation: Digits, grid: Grid): Cell[] {
  return grid.batches.flatMap((batch) =>
    grid.lrs.map((lr) => {
      const { best, epochsToTarget } = run(training, validation, { ...grid, lr, batch });
      return { lr, batch, best, epochsToTarget };
    }),
  );
}
