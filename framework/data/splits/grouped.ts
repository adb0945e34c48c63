import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Stream } from '../../random/stream.ts';
import type { PartName, SplitPart, SplitRows } from '../split.ts';
import { areCounts, checkShares, partsOf, shareOptions, sharesOf, type Shares } from './shares.ts';
import { keyColumn, keysOf } from './split-column.ts';

/** Whole groups of rows drawn at random: all rows of a subject stay together. */
export const grouped = defineComponent({
  kind: 'split',
  type: 'grouped',
  summary: 'Whole groups of rows drawn at random: all rows of a group go into the same part.',
  when: 'Several rows of one patient, device or document, which would give each other away across parts.',
  options: {
    group: Type.String({
      minLength: 1,
      description: 'Column of numbers or categories; rows with the same value belong together.',
    }),
    ...shareOptions,
  },
  example: { group: 'species', train: 0.6, validation: 0.2, test: 0.2 },
  build({ group, ...options }): SplitPart {
    const shares = sharesOf(options);
    checkShares(shares);
    if (areCounts(shares)) {
      throw new ComponentProblem('whole groups cannot meet numbers of rows exactly', {
        option: 'train',
        fix: 'Write shares that sum to 1, as train: 0.8.',
      });
    }
    return {
      columns: [{ option: 'group', name: group }],
      parts: partsOf(shares),
      check(columns) {
        keyColumn(columns, group, 'group');
      },
      split(table, stream) {
        const groups = groupRows(keysOf(table, group, 'group'));
        const wanted = partsOf(shares);
        if (groups.length < wanted.length) {
          throw new ComponentProblem(
            `"${group}" has ${groups.length} ${groups.length === 1 ? 'value' : 'values'}, too few for ${wanted.length} parts`,
            { option: 'group', fix: 'Name a column with more values, or leave out a part: test: 0.' },
          );
        }
        return draw(groups, shares, table.rows, stream);
      },
    };
  },
});

/** The rows of each group, in order of first appearance. */
function groupRows(keys: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  keys.forEach((key, row) => {
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  });
  return [...groups.values()];
}

/**
 * Gives groups in random order each to the part that lacks most of its share; so the parts come close to their
 * shares, to within one group. While groups are only just enough, parts without any come first.
 */
function draw(
  groups: readonly (readonly number[])[],
  shares: Shares,
  rows: number,
  stream: Stream,
): SplitRows {
  const wanted = partsOf(shares);
  const chosen: Record<PartName, number[]> = { train: [], validation: [], test: [] };
  const order = stream.derive('groups').permutation(groups.length);
  order.forEach((group, position) => {
    const empty = wanted.filter((part) => chosen[part].length === 0);
    const candidates = empty.length >= groups.length - position ? empty : wanted;
    const lacking = (part: PartName) => 1 - chosen[part].length / (shares[part] * rows);
    const part = candidates.reduce((best, next) => (lacking(next) > lacking(best) ? next : best));
    for (const row of groups[group]!) chosen[part].push(row);
  });
  // Mixed, so that the first rows of a part are like the rest.
  const mixed = (part: PartName) => {
    const own = chosen[part];
    const positions = stream.derive('order').derive(part).permutation(own.length);
    return positions.map((position) => own[position]!);
  };
  return { train: mixed('train'), validation: mixed('validation'), test: mixed('test') };
}
