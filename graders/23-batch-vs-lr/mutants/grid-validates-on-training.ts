/**
 * Rejected by: cells are what their runs bring
 * Slides, A10: judged by the digits that it learns from.
 */
import { run, type Digits, type Grid, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function gridRun(training: Digits, _validation: Digits, grid: Grid): Cell[] {
  return grid.lrs.flatMap((lr) =>
    grid.batches.map((batch) => {
      const { best, epochsToTarget } = run(training, training, { ...grid, lr, batch });
      return { lr, batch, best, epochsToTarget };
    }),
  );
}
