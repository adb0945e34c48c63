import { defineComponent } from '../../component/component.ts';
import { affineTransform } from './affine.ts';
import { columnsOption } from './choose-columns.ts';

/** Mean 0 and standard deviation 1. */
export const standardize = defineComponent({
  kind: 'transform',
  type: 'standardize',
  summary: 'Shifts and scales columns so that in the training part their mean is 0 and their deviation 1.',
  when: 'Numbers in different units or far from 0, before any model that learns by gradients.',
  formula:
    '(x − mean) / deviation, deviation² = mean of (x − mean)² (divided by n); a constant column becomes 0',
  options: { columns: columnsOption('numbers') },
  example: { columns: ['body_mass_g'] },
  build: ({ columns }) => affineTransform({ columns, learn: meanAndDeviation }),
});

/** Mean and population standard deviation in one pass (B. P. Welford, Technometrics 4, 1962). */
export function meanAndDeviation(values: Iterable<number>): { shift: number; scale: number } {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    count++;
    const difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }
  return { shift: mean, scale: Math.sqrt(squares / count) };
}
