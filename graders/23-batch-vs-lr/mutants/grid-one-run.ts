/**
 * Rejected by: cells are what their runs bring
 * Plausible slip: the same learning rate for all.
 */
import { run, type Digits, type Grid, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function gridRun(training: Digits, validation: Digits, grid: Grid): Cell[] {
  return grid.lrs.flatMap((lr) =>
    grid.batches.map((batch) => {
      const { best, epochsToTarget } = run(training, validation, { ...grid, lr: grid.lrs[0]!, batch });
      return { lr, batch, best, epochsToTarget };
    }),
  );
}
