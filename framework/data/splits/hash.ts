import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { createStream } from '../../random/stream.ts';
import { PART_NAMES, type PartName, type SplitPart } from '../split.ts';
import { areCounts, checkShares, partsOf, shareOptions, sharesOf } from './shares.ts';
import { keyColumn, keysOf } from './split-column.ts';

/** Rows divided by the hash of a key, so that a row stays in its part for ever. */
export const hash = defineComponent({
  kind: 'split',
  type: 'hash',
  summary: 'Rows divided by the hash of a key: a row stays in its part when others are added or removed.',
  when: 'Data that grow: test rows of today must not become training rows of tomorrow. The seed plays no role.',
  formula:
    'u = hash(salt, key) in [0, 1); train where u < train, validation where u < train + validation, else test',
  options: {
    key: Type.String({
      minLength: 1,
      description: 'Column of numbers or categories that names a row or a group of rows, such as an id.',
    }),
    ...shareOptions,
    salt: Type.String({
      default: '',
      description: 'Any text; another one gives another division.',
      reason: 'one division is as good as another',
    }),
  },
  example: { key: 'time' },
  build({ key, salt, ...options }): SplitPart {
    const shares = sharesOf(options);
    checkShares(shares);
    if (areCounts(shares)) {
      throw new ComponentProblem('a hash divides by shares, not by numbers of rows', {
        option: 'train',
        fix: 'Write shares that sum to 1, as train: 0.8.',
      });
    }
    // Not a stream of the run: the division must not change with the seed.
    const stream = createStream(0).derive('hash').derive(salt);
    return {
      columns: [{ option: 'key', name: key }],
      parts: partsOf(shares),
      check(columns) {
        keyColumn(columns, key, 'key');
      },
      split(table) {
        const rows: Record<PartName, number[]> = { train: [], validation: [], test: [] };
        const known = new Map<string, PartName>();
        keysOf(table, key, 'key').forEach((value, row) => {
          let part = known.get(value);
          if (part === undefined) {
            part = partAt(stream.derive(value).uniform(), shares);
            known.set(value, part);
          }
          rows[part].push(row);
        });
        const empty = partsOf(shares).find((part) => rows[part].length === 0);
        if (empty !== undefined) {
          throw new ComponentProblem(
            `no row falls into ${empty}: "${key}" has ${known.size} ${known.size === 1 ? 'value' : 'values'}`,
            { option: 'key', fix: `Name a column with more values, or write ${empty}: 0.` },
          );
        }
        const entries = PART_NAMES.map((part) => [part, Int32Array.from(rows[part])] as const);
        return Object.fromEntries(entries) as Record<PartName, Int32Array>;
      },
    };
  },
});

function partAt(position: number, shares: Readonly<Record<PartName, number>>): PartName {
  const parts = partsOf(shares);
  let end = 0;
  const found = parts.find((part) => position < (end += shares[part]));
  // Rounding may let the shares sum to a little less than 1; what lies beyond belongs to the last part.
  return found ?? parts.at(-1)!;
}
