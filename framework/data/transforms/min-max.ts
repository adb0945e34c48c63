import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { affineTransform } from './affine.ts';
import { columnsOption } from './choose-columns.ts';

/** From the smallest to the largest value onto a given range. */
export const minMax = defineComponent({
  kind: 'transform',
  type: 'minMax',
  summary: 'Shifts and scales columns so that in the training part they reach exactly from low to high.',
  when: 'Numbers with known limits and without outliers; else standardize. Other parts may exceed the range.',
  formula: 'low + (high − low) · (x − min) / (max − min); a constant column becomes low',
  options: {
    columns: columnsOption('numbers'),
    low: Type.Number({ default: 0, description: 'What the smallest value becomes.', reason: 'customary' }),
    high: Type.Number({ default: 1, description: 'What the largest value becomes.', reason: 'customary' }),
  },
  example: { low: -1, high: 1 },
  build({ columns, low, high }) {
    if (!(low < high)) {
      throw new ComponentProblem(`low (${low}) is not below high (${high})`, {
        option: 'high',
        fix: 'Give high the larger number.',
      });
    }
    return affineTransform({
      columns,
      constant: low,
      learn(values) {
        let smallest = Infinity;
        let largest = -Infinity;
        for (const value of values) {
          smallest = Math.min(smallest, value);
          largest = Math.max(largest, value);
        }
        const scale = (largest - smallest) / (high - low);
        return { shift: smallest - low * scale, scale };
      },
    });
  },
});
