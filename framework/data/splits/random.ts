import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';
import type { Stream } from '../../random/stream.ts';
import { PART_NAMES, type PartName, type SplitPart, type SplitRows } from '../split.ts';
import { columnOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import { apportion, apportionGroups } from './apportion.ts';

const share = (value: number, description: string, reason: string) =>
  Type.Number({ minimum: 0, default: value, description, reason });

/** Rows drawn at random, on request with the same mixture of categories in every part. */
export const random = defineComponent({
  kind: 'split',
  type: 'random',
  summary: 'Rows drawn at random, on request with the same mixture of categories in every part.',
  when: 'Rows that do not depend on each other. Not for series in time, nor for several rows of one subject.',
  options: {
    train: share(0.8, 'Share of the rows, or a number of rows, for training.', 'most rows are to learn from'),
    validation: share(
      0.1,
      'Share or number of rows on which choices are made, such as when to stop; 0 for none.',
      'enough to see overfitting',
    ),
    test: share(0.1, 'Share or number of rows kept for the final judgement; 0 for none.', 'enough to judge'),
    stratify: Type.Array(Type.String(), {
      default: [],
      uniqueItems: true,
      description: 'Columns of categories: each combination of them is spread evenly over the parts.',
      reason: 'it costs nothing to name the target here, but it needs one of categories',
    }),
  },
  example: { train: 0.8, validation: 0.1, test: 0.1, stratify: ['species'] },
  build({ train, validation, test, stratify }): SplitPart {
    const shares = { train, validation, test };
    const wanted = PART_NAMES.map((part) => shares[part]);
    const areCounts = wanted.some((value) => value > 1);
    checkShares(shares, areCounts);
    return {
      columns: stratify.map((name, index) => ({ option: `stratify.${index}`, name })),
      parts: PART_NAMES.filter((part) => shares[part] > 0),
      check(columns) {
        stratify.forEach((name, index) => {
          const option = `stratify.${index}`;
          const column = columns.find((candidate) => candidate.name === name);
          if (!column) {
            const names = columns.map((candidate) => candidate.name);
            throw new ComponentProblem(`unknown column "${name}"`, {
              option,
              fix: didYouMean(name, names) ?? `The columns are ${names.join(', ')}.`,
            });
          }
          if (column.kind !== 'category') {
            throw new ComponentProblem(`"${name}" is a column of ${column.kind}s, not of categories`, {
              option,
              fix: 'Stratify by columns of categories only.',
            });
          }
        });
      },
      split(table, stream) {
        const counts = areCounts ? checkCounts(wanted, table.rows) : apportion(table.rows, wanted);
        const empty = PART_NAMES.find((_, index) => wanted[index]! > 0 && counts[index] === 0);
        if (empty !== undefined) {
          throw new ComponentProblem(
            `${empty}: ${shares[empty]} of ${table.rows} ${table.rows === 1 ? 'row' : 'rows'} is no row`,
            { option: empty, fix: `Raise ${empty}, use more rows, or write ${empty}: 0.` },
          );
        }
        return draw(table, counts, stratify, stream);
      },
    };
  },
});

type Shares = Readonly<Record<PartName, number>>;

function checkShares(shares: Shares, areCounts: boolean): void {
  const written = PART_NAMES.map((part) => `${part}: ${shares[part]}`).join(', ');
  if (shares.train === 0) {
    throw new ComponentProblem('there is nothing to learn from with train: 0', {
      option: 'train',
      fix: 'Give the training part a share.',
    });
  }
  if (areCounts) {
    const odd = PART_NAMES.find((part) => !Number.isInteger(shares[part]));
    if (odd === undefined) return;
    throw new ComponentProblem(`shares and numbers of rows are mixed: ${written}`, {
      option: odd,
      fix: 'Write either shares up to 1, or whole numbers of rows, for all three parts.',
    });
  }
  const sum = PART_NAMES.reduce((total, part) => total + shares[part], 0);
  if (Math.abs(sum - 1) < 1e-9) return;
  throw new ComponentProblem(`the shares sum to ${Number(sum.toFixed(6))}, not to 1: ${written}`, {
    option: 'train',
    fix:
      shares.validation + shares.test < 1
        ? `With train: ${Number((1 - shares.validation - shares.test).toFixed(6))} they would.`
        : 'Lower validation and test.',
  });
}

function checkCounts(counts: readonly number[], rows: number): readonly number[] {
  const asked = counts.reduce((left, right) => left + right, 0);
  if (asked <= rows) return counts;
  throw new ComponentProblem(`the parts ask for ${asked} rows, but there are ${rows}`, {
    option: 'train',
    fix: 'Ask for fewer rows, or write shares that sum to 1.',
  });
}

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
