/**
 * Rejected by: the published table
 * Plausible slip: the wrong way round.
 */
import { type Reduction, type Cell } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function whichReduction(cells: readonly Cell[]): Reduction {
  const exponents: number[] = [];
  for (const lr of new Set(cells.map((cell) => cell.lr))) {
    const row = cells.filter((cell) => cell.lr === lr && cell.epochsToTarget !== '+');
    row.sort((one, other) => one.batch - other.batch);
    row.slice(1).forEach((cell, i) => {
      const growth = Number(cell.epochsToTarget) / Number(row[i]!.epochsToTarget);
      exponents.push(Math.log(growth) / Math.log(cell.batch / row[i]!.batch));
    });
  }
  exponents.sort((one, other) => one - other);
  return exponents[Math.floor(exponents.length / 2)]! < 0.5 ? 'mean' : 'sum';
}
