import { Type } from '@sinclair/typebox';
import { ComponentProblem } from '../../component/component.ts';
import { DataError } from '../data-error.ts';
import { sizeOf } from '../table-rows.ts';
import type { Column } from '../table.ts';

/** Numbers in C order; the first axis counts rows. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array | Uint8Array;
}

/** The option of array sources that names classes. */
export const classesOption = Type.Record(Type.String(), Type.Array(Type.String(), { uniqueItems: true }), {
  default: {},
  description:
    'Columns whose whole numbers are classes, with the names of the classes 0, 1, …: { label: [cat, dog] }; empty: the numbers themselves.',
  reason: 'whether 0 and 1 are classes or amounts is known only to you',
});

/**
 * A column from an array: `[rows]` gives numbers, or categories where classes are named; `[rows, …]` arrays.
 * @param classes names of the classes; empty for the numbers themselves; undefined where they are no classes
 * @throws DataError when classes are no whole numbers or lie beyond their names, or a value is infinite
 */
export function columnFromArray(
  name: string,
  { shape, values }: NumberArray,
  file: string,
  classes: readonly string[] | undefined,
): Column {
  const [, ...axes] = shape;
  checkFinite(name, values, file, sizeOf(axes), axes.length > 0);
  if (classes !== undefined) {
    if (axes.length > 0 && sizeOf(axes) !== 1) {
      throw new ComponentProblem(`"${name}" has ${sizeOf(axes)} values per row, but classes need one`, {
        option: `classes.${name}`,
        fix: 'Remove it from classes.',
      });
    }
    return classColumn(name, values, file, classes);
  }
  if (axes.length === 0) return { name, kind: 'number', values: Float64Array.from(values) };
  return {
    name,
    kind: 'tensor',
    shape: axes,
    values: values instanceof Float64Array ? Float32Array.from(values) : values,
  };
}

/** NaN is a missing number in a column of numbers; arrays cannot lack values, and nothing may be infinite. */
function checkFinite(
  name: string,
  values: NumberArray['values'],
  file: string,
  size: number,
  isTensor: boolean,
): void {
  if (values instanceof Uint8Array) return;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    // Of a number that is not finite, and of no other, the difference to itself is NaN.
    if (value - value === 0 || (!isTensor && Number.isNaN(value))) continue;
    throw new DataError(`${value} is no finite number`, {
      file,
      row: Math.floor(index / size) + 1,
      column: name,
      value: String(value),
      fix: 'Correct it where the file is written, or leave the row out there.',
    });
  }
}

function classColumn(
  name: string,
  values: NumberArray['values'],
  file: string,
  names: readonly string[],
): Column {
  let largest = 0;
  values.forEach((value, row) => {
    const isClass = Number.isInteger(value) && value >= 0 && value < 1e6;
    if (isClass && (names.length === 0 || value < names.length)) {
      largest = Math.max(largest, value);
      return;
    }
    throw new DataError(
      isClass ? `${value} is no label of the ${names.length} classes` : `${value} is no number of a class`,
      {
        file,
        row: row + 1,
        column: name,
        value: String(value),
        fix: isClass
          ? 'Name every class.'
          : `Classes are 0, 1, 2, …; remove ${name} from classes if it holds amounts.`,
      },
    );
  });
  const categories =
    names.length > 0 ? names : Array.from({ length: largest + 1 }, (_, code) => String(code));
  return { name, kind: 'category', codes: Int32Array.from(values), categories };
}

/**
 * The number of rows of arrays, and whether they agree.
 * @throws DataError when an array has no axis of rows, no rows, or another number than the first
 */
export function rowsOf(
  arrays: readonly { readonly name: string; readonly file: string; readonly shape: readonly number[] }[],
): number {
  const [first] = arrays;
  for (const { name, file, shape } of arrays) {
    if (shape.length === 0 || shape.includes(0)) {
      throw new DataError(`the array has the shape [${shape.join(', ')}], so no rows`, {
        file,
        column: name,
      });
    }
    if (shape[0] !== first!.shape[0]) {
      throw new DataError(`there are ${shape[0]} rows, but "${first!.name}" has ${first!.shape[0]}`, {
        file,
        column: name,
        fix: 'Name arrays that belong together; the first axis counts rows.',
      });
    }
  }
  return first!.shape[0]!;
}
