/**
 * Rejected by: a cell for every pair
 * Plausible slip: the first rate with the first size, the second with the second.
 */
import { run, type Digits, type Grid, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function gridRun(training: Digits, validation: Digits, grid: Grid): Cell[] {
  return grid.lrs.slice(0, grid.batches.length).flatMap((lr, i) =>
    grid.batches.slice(i, i + 1).map((batch) => {
      const { best, epochsToTarget } = run(training, validation, { ...grid, lr, batch });
      return { lr, batch, best, epochsToTarget };
    }),
  );
}
