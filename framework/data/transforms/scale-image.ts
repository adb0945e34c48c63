import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import type { FittedTransform } from '../transform.ts';
import type { Column, Table } from '../table.ts';
import { chooseColumns } from './choose-columns.ts';

/** Bytes of an image to numbers from 0 to 1. */
export const scaleImage = defineComponent({
  kind: 'transform',
  type: 'scaleImage',
  summary: 'Divides the values of images by 255, so that bytes become numbers from 0 to 1.',
  when: 'Images stored as bytes, before any model. It learns nothing, so there is nothing to leak.',
  formula: 'x / 255',
  options: {
    columns: Type.Array(Type.String(), {
      default: [],
      uniqueItems: true,
      description: 'Which columns; empty: all columns of arrays.',
      reason: 'most often there is one',
    }),
  },
  example: { columns: ['image'] },
  build({ columns: names }) {
    const choose = (columns: Parameters<typeof chooseColumns>[0]) =>
      chooseColumns(columns, names, ['tensor']);
    // Division and not multiplication by 1/255: it is right to the last bit, and 255 becomes exactly 1.
    const fitted: FittedTransform = {
      state: {},
      transform: (table) => mapImages(table, choose(table.columns), (value) => value / 255),
      inverse: (table) => mapImages(table, choose(table.columns), (value) => value * 255),
    };
    return {
      describe(columns) {
        choose(columns);
        return columns;
      },
      fit: () => fitted,
      restore: () => fitted,
    };
  },
});

function mapImages(table: Table, names: readonly string[], change: (value: number) => number): Table {
  const columns = table.columns.map((column): Column => {
    if (column.kind !== 'tensor' || !names.includes(column.name)) return column;
    const values = new Float32Array(column.values.length);
    for (let index = 0; index < values.length; index++) values[index] = change(column.values[index]!);
    return { ...column, values };
  });
  return { rows: table.rows, columns };
}
