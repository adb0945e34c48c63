import { Type } from '@sinclair/typebox';
import { checkTime, type SeriesKeys } from '../series.ts';
import { keyColumn } from '../splits/split-column.ts';
import type { Surroundings, TransformPart } from '../transform.ts';

/** The option of transforms that work on series, which says whose rows belong together. */
export const groupOption = Type.Optional(
  Type.String({
    minLength: 1,
    description:
      'Column of the source whose values tell the series apart, such as a device; it need be no feature.',
  }),
);

/** What a transform on series declares of the columns that it looks at. */
export function keysOf({ group, time }: SeriesKeys): NonNullable<TransformPart['keys']> {
  return [
    ...(group === undefined ? [] : [{ option: 'group', name: group }]),
    ...(time === undefined ? [] : [{ option: 'time', name: time }]),
  ];
}

/** @throws ComponentProblem when these columns cannot tell series apart or order them */
export function checkKeys({ group, time }: SeriesKeys, around: Surroundings | undefined): void {
  if (!around) return;
  if (group !== undefined) keyColumn(around.source, group, 'group');
  if (time !== undefined) checkTime(keyColumn(around.source, time, 'time'), 'time');
}
