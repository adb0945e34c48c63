import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Stream } from '../../random/stream.ts';
import { PART_NAMES, type SplitPart, type SplitRows } from '../split.ts';
import { columnOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import { apportionGroups } from './apportion.ts';
import { checkShares, countRows, partsOf, shareOptions, sharesOf } from './shares.ts';
import { splitColumn } from './split-column.ts';

/** Rows drawn at random, on request with the same mixture of categories in every part. */
export const random = defineComponent({
  kind: 'split',
  type: 'random',
  summary: 'Rows drawn at random, on request with the same mixture of categories in every part.',
  when: 'Rows that do not depend on each other. Not for series in time, nor for several rows of one subject.',
  options: {
    ...shareOptions,
    stratify: Type.Array(Type.String(), {
      default: [],
      uniqueItems: true,
      description: 'Columns of categories: each combination of them is spread evenly over the parts.',
      reason: 'it costs nothing to name the target here, but it needs one of categories',
    }),
  },
  example: { train: 0.8, validation: 0.1, test: 0.1, stratify: ['species'] },
  build({ stratify, ...options }): SplitPart {
    const shares = sharesOf(options);
    checkShares(shares);
    return {
      columns: stratify.map((name, index) => ({ option: `stratify.${index}`, name })),
      parts: partsOf(shares),
      check(columns) {
        stratify.forEach((name, index) => {
          const option = `stratify.${index}`;
          const column = splitColumn(columns, name, option);
          if (column.kind !== 'category') {
            throw new ComponentProblem(`"${name}" is a column of ${column.kind}s, not of categories`, {
              option,
              fix: 'Stratify by columns of categories only.',
            });
          }
        });
      },
      split: (table, stream) => draw(table, countRows(shares, table.rows), stratify, stream),
    };
  },
});

/**
 * Rows of each part, mixed, so that the first few of a part are like the rest. Rows beyond the counts are left out,
 * drawn at random too.
 */
function draw(
  table: Table,
  counts: readonly number[],
  stratify: readonly string[],
  stream: Stream,
): SplitRows {
  const leftOut = table.rows - counts.reduce((left, right) => left + right, 0);
  const totals = [...counts, leftOut];
  const groups = groupRows(table, stratify);
  const numbers = apportionGroups(
    groups.map(({ rows }) => rows.length),
    totals,
  );
  const chosen: number[][] = totals.map(() => []);
  groups.forEach(({ name, rows }, group) => {
    const order = stream.derive('strata').derive(name).permutation(rows.length);
    let next = 0;
    numbers[group]!.forEach((count, part) => {
      for (let index = 0; index < count; index++) chosen[part]!.push(rows[order[next++]!]!);
    });
  });
  const mixed = (index: number) => {
    const rows = chosen[index]!;
    return stream
      .derive('order')
      .derive(PART_NAMES[index]!)
      .permutation(rows.length)
      .map((position) => rows[position]!);
  };
  return { train: mixed(0), validation: mixed(1), test: mixed(2) };
}

/** The rows of each combination of categories, in order of first appearance; a missing value counts as one. */
function groupRows(table: Table, stratify: readonly string[]): { name: string; rows: number[] }[] {
  const columns = stratify.map((name) => columnOf(table, name));
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const name = columns
      .map((column) => (column.kind === 'category' ? (column.categories[column.codes[row]!] ?? '') : ''))
      .join('\u0000');
    const rows = groups.get(name);
    if (rows) rows.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].map(([name, rows]) => ({ name, rows }));
}
