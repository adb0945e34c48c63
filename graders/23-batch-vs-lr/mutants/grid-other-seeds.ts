/**
 * Rejected by: cells are what their runs bring
 * Plausible slip: another seed for each batch size, so that cells differ by chance.
 */
import { run, type Digits, type Grid, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function gridRun(training: Digits, validation: Digits, grid: Grid): Cell[] {
  return grid.lrs.flatMap((lr) =>
    grid.batches.map((batch) => {
      const { best, epochsToTarget } = run(training, validation, {
        ...grid,
        lr,
        batch,
        seed: grid.seed + batch,
      });
      return { lr, batch, best, epochsToTarget };
    }),
  );
}
