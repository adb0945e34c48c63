import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Shape } from '../layer.ts';

/** Number of values of a shape. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

/** Gives the numbers of an example another shape, in the same order: `[batch, …]` → `[batch, ...shape]`. */
export const reshape = defineComponent({
  kind: 'layer',
  type: 'reshape',
  summary: 'Gives the numbers of an example another shape, in the same order.',
  when: 'To make images of rows of pixels before a convolution.',
  formula: '[batch, …] → [batch, ...shape], last axis fastest',
  options: {
    shape: Type.Array(Type.Integer({ minimum: 1 }), {
      minItems: 1,
      description: 'The new shape without the batch axis.',
    }),
  },
  example: { shape: [28, 28, 1] },
  build: ({ shape }, { name }) => ({
    outputShape(input) {
      if (sizeOf(input) !== sizeOf(shape)) {
        throw new ComponentProblem(
          `an input of shape [${input.join(', ')}] has ${sizeOf(input)} numbers, but shape [${shape.join(', ')}] has ${sizeOf(shape)}`,
          { option: 'shape', fix: 'Choose a shape with as many numbers as the input.' },
        );
      }
      return shape;
    },
    apply: (input) => tf.layers.reshape({ targetShape: [...shape], name }).apply(input) as tf.SymbolicTensor,
  }),
});
