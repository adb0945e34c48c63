import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { infoOf } from '../table-rows.ts';
import type { SourcePart } from '../source.ts';
import type { Column, Table } from '../table.ts';
import { byNumberThenName } from './text-columns.ts';

type Cell = number | string | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/** Rows written into the experiment file itself. */
export const inline = defineComponent({
  kind: 'source',
  type: 'inline',
  summary: 'Rows written into the experiment file itself.',
  when: 'A handful of rows, as the four of XOR, or a worked example; larger tables belong into a file.',
  options: {
    rows: Type.Array(
      Type.Record(Type.String(), Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Null()]), {
        minProperties: 1,
      }),
      {
        minItems: 1,
        description:
          'The rows; each names the same columns. Numbers make a column of numbers, text and true or false one of categories; null is a missing value.',
      },
    ),
  },
  example: {
    rows: [
      { x: 0, y: 1 },
      { x: 1, y: 3 },
    ],
  },
  build({ rows }): SourcePart {
    let table: Table | undefined;
    const build = () => (table ??= tableOf(rows));
    return {
      describe: () =>
        Promise.resolve().then(() => ({ columns: build().columns.map(infoOf), rows: rows.length })),
      load: () => Promise.resolve().then(() => ({ table: build(), files: [] })),
    };
  },
});

function tableOf(rows: readonly Row[]): Table {
  const names = Object.keys(rows[0]!);
  rows.forEach((row, index) => {
    const lacking = names.find((name) => !Object.hasOwn(row, name));
    const extra = Object.keys(row).find((name) => !names.includes(name));
    if (lacking === undefined && extra === undefined) return;
    throw new ComponentProblem(
      lacking === undefined
        ? `row ${index + 1} has a column "${extra}" that row 1 has not`
        : `row ${index + 1} lacks the column "${lacking}"`,
      { option: `rows.${index}`, fix: 'Name the same columns in every row; write null for a missing value.' },
    );
  });
  return { rows: rows.length, columns: names.map((name) => columnOf(name, rows)) };
}

function columnOf(name: string, rows: readonly Row[]): Column {
  const cells = rows.map((row) => row[name] as Cell);
  const kinds = new Set(cells.filter((cell) => cell !== null).map((cell) => typeof cell));
  if (kinds.size > 1) {
    const first = typeof cells.find((cell) => cell !== null);
    const odd = cells.findIndex((cell) => cell !== null && typeof cell !== first);
    throw new ComponentProblem(`the column "${name}" mixes ${[...kinds].join('s and ')}s`, {
      option: `rows.${odd}.${name}`,
      fix: "Put all values of a column of names in quotes: '1'.",
    });
  }
  if (kinds.size === 0 || kinds.has('number')) {
    const infinite = cells.findIndex((cell) => typeof cell === 'number' && !Number.isFinite(cell));
    if (infinite >= 0) {
      throw new ComponentProblem(`${String(cells[infinite])} is no finite number`, {
        option: `rows.${infinite}.${name}`,
        fix: 'Write null for a missing value.',
      });
    }
    return {
      name,
      kind: 'number',
      values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
    };
  }
  const categories = [...new Set(cells.flatMap((cell) => (cell === null ? [] : String(cell))))].sort(
    byNumberThenName,
  );
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : categories.indexOf(String(cell))));
  return { name, kind: 'category', codes, categories };
}
