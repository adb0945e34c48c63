import { DataError } from './data-error.ts';
import type { DataContext, DataOptions } from './data-options.ts';
import type { DataPlan } from './plan.ts';
import type { LoadedSource, SourcePart } from './source.ts';
import { columnOf, isMissing, selectRows } from './table-rows.ts';
import type { Table } from './table.ts';

/** The rows that the limit leaves. */
export interface UsedRows extends Pick<LoadedSource, 'files'> {
  /** The whole source; where only the used rows were read, those. */
  readonly all: Table;
  readonly used: Table;
  /** Their numbers in the source, ascending. */
  readonly limited: Int32Array;
}

/**
 * Loads a source as far as it is used. Where only some rows are, sources that can read just those.
 * @throws DataError from the source
 */
export async function loadUsedRows(
  source: SourcePart,
  plan: DataPlan,
  { limit, sampleWeights = null }: Pick<DataOptions, 'limit' | 'sampleWeights'>,
  context: DataContext,
): Promise<UsedRows> {
  const { rows } = await source.describe();
  // Series need to know every row between those that are used, and weights are looked up by row of the source.
  const needsAll = sampleWeights !== null || plan.transforms.some(({ scope }) => scope === 'series');
  if (limit !== null && rows !== undefined && limit < rows && source.loadRows && !needsAll) {
    const limited = limitRows(rows, limit, context);
    const { table, files } = await source.loadRows(limited);
    return { all: table, used: table, limited, files };
  }
  const { table: all, files } = await source.load();
  const limited = limitRows(all.rows, limit, context);
  return { all, used: limited.length === all.rows ? all : selectRows(all, limited), limited, files };
}

/** Numbers of the rows that are used, ascending. */
function limitRows(rows: number, limit: number | null, { stream }: DataContext): Int32Array {
  if (limit === null || limit >= rows) return Int32Array.from({ length: rows }, (_, row) => row);
  return stream.derive('limit').permutation(rows).slice(0, limit).sort();
}

/**
 * Numbers of the rows that stay under the policy for missing values.
 * @throws DataError for a missing value that the policy does not allow, and when no row is left
 */
export function completeRows(
  table: Table,
  plan: DataPlan,
  policy: DataOptions['missing'],
  origin: { readonly file: string; readonly rows: Int32Array },
): Int32Array {
  const needed = policy === 'keep' ? plan.targets : [...plan.features, ...plan.targets];
  const columns = needed.map((name) => columnOf(table, name)).filter(({ kind }) => kind !== 'tensor');
  const kept = new Int32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    const missing = columns.find((column) => isMissing(column, row));
    if (!missing) {
      kept[count++] = row;
    } else if (policy !== 'drop') {
      throw new DataError('the value is missing', {
        file: origin.file,
        row: origin.rows[row]! + 1,
        column: missing.name,
        fix:
          policy === 'keep'
            ? 'A row without a target cannot be learned from: write missing: drop, or complete the file.'
            : 'Write missing: drop to leave such rows out, or missing: keep and add the transform impute.',
      });
    }
  }
  if (count === 0) {
    throw new DataError('every row lacks a value, so none is left', {
      file: origin.file,
      fix: 'Leave the emptiest columns out of features.',
    });
  }
  return kept.subarray(0, count);
}
