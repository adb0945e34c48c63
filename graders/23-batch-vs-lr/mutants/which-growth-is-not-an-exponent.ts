/**
 * Rejected by: the published table
 * Plausible slip: how many times as many epochs, without regard to how much larger the batch is.
 */
import { type Reduction, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function whichReduction(cells: readonly Cell[]): Reduction {
  const exponents: number[] = [];
  for (const lr of new Set(cells.map((cell) => cell.lr))) {
    const row = cells.filter((cell) => cell.lr === lr && cell.epochsToTarget !== '+');
    row.sort((one, other) => one.batch - other.batch);
    row.slice(1).forEach((cell, i) => {
      const growth = Number(cell.epochsToTarget) / Number(row[i]!.epochsToTarget);
      exponents.push(growth);
    });
  }
  exponents.sort((one, other) => one - other);
  return exponents[Math.floor(exponents.length / 2)]! < 0.5 ? 'sum' : 'mean';
}
