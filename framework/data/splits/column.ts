import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { PART_NAMES, type PartName, type SplitPart } from '../split.ts';
import { keyColumn, keysOf } from './split-column.ts';

const names = (part: string, written: string[], what: string) =>
  Type.Array(Type.String(), {
    default: written,
    uniqueItems: true,
    description: `What the column says of rows ${what}; empty: there is no part ${part}.`,
    reason: 'usual names',
  });

/** A column of the file says to which part a row belongs. */
export const column = defineComponent({
  kind: 'split',
  type: 'column',
  summary: 'A column of the source says to which part each row belongs.',
  when: 'A published division that results are compared on, or one that you made yourself.',
  options: {
    column: Type.String({ minLength: 1, description: 'The column that names the part.' }),
    train: Type.Array(Type.String(), {
      default: ['train', 'training'],
      minItems: 1,
      uniqueItems: true,
      description: 'What the column says of rows for training.',
      reason: 'usual names',
    }),
    validation: names('validation', ['validation', 'valid', 'val'], 'for validation'),
    test: names('test', ['test'], 'for the test'),
  },
  example: { column: 'species', train: ['a'], validation: ['b'], test: ['c'] },
  build({ column, ...options }): SplitPart {
    const partOf = new Map<string, PartName>();
    for (const part of PART_NAMES) {
      for (const name of options[part]) {
        if (partOf.has(name)) {
          throw new ComponentProblem(`"${name}" is named for both ${partOf.get(name)!} and ${part}`, {
            option: part,
            fix: 'Name it once: a row belongs to one part.',
          });
        }
        partOf.set(name, part);
      }
    }
    const parts = PART_NAMES.filter((part) => options[part].length > 0);
    return {
      columns: [{ option: 'column', name: column }],
      parts,
      check(columns) {
        const found = keyColumn(columns, column, 'column');
        if (found.kind !== 'category') return;
        const unknown = found.categories.find((name) => !partOf.has(name));
        if (unknown !== undefined) throw unknownName(column, unknown, partOf);
      },
      split(table) {
        const rows: Record<PartName, number[]> = { train: [], validation: [], test: [] };
        keysOf(table, column, 'column').forEach((name, row) => {
          const part = partOf.get(name);
          if (part === undefined) throw unknownName(column, name, partOf);
          rows[part].push(row);
        });
        const empty = parts.find((part) => rows[part].length === 0);
        if (empty !== undefined) {
          throw new ComponentProblem(`"${column}" puts no row into ${empty}`, {
            option: empty,
            fix:
              empty === 'train'
                ? 'Name what it says of rows for training.'
                : `Name what it says of such rows, or write ${empty}: [].`,
          });
        }
        const entries = PART_NAMES.map((part) => [part, Int32Array.from(rows[part])] as const);
        return Object.fromEntries(entries) as Record<PartName, Int32Array>;
      },
    };
  },
});

function unknownName(column: string, name: string, known: ReadonlyMap<string, PartName>): ComponentProblem {
  return new ComponentProblem(`"${column}" says "${name}", which names no part`, {
    option: 'column',
    fix: `Add it to train, validation or test; known are ${[...known.keys()].join(', ')}.`,
  });
}
