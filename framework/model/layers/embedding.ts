import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { slot } from '../../component/slot.ts';
import { activityOptions, regularizerOption, weightParts } from './weight-options.ts';
import '../layer.ts';

/** Backends that cannot give values back at once; a number out of range becomes zeros or the nearest row there. */
const UNCHECKED: readonly string[] = ['webgpu'];

/**
 * A learned vector for every whole number: `[batch, …]` → `[batch, …, units]`, by a table `[count, units]`. The
 * numbers come as floats, as all features do.
 * @throws ComponentProblem during a pass, when an input is no whole number from 0 to count − 1 (not on the backend
 * `webgpu`, which cannot tell in time)
 */
export const embedding = defineComponent({
  kind: 'layer',
  type: 'embedding',
  summary: 'A learned vector for every whole number.',
  when: 'For words, and for categories of which there are many, given as whole numbers from 0. A few are simpler with oneHot.',
  formula: 'y[…] = table[x[…]]',
  source: 'Bengio, Ducharme, Vincent and Jauvin, "A neural probabilistic language model", 2003',
  options: {
    count: Type.Integer({
      minimum: 1,
      description: 'Number of vectors: the inputs are whole numbers from 0 to count − 1.',
    }),
    units: Type.Integer({ minimum: 1, description: 'Length of a vector.' }),
    embeddingsInitializer: slot('initializer', {
      description: 'Where the table starts.',
      default: { type: 'glorotUniform' },
      reason: 'small numbers that differ from vector to vector',
    }),
    embeddingsRegularizer: regularizerOption('the table'),
    ...activityOptions,
  },
  example: { count: 10, units: 4 },
  build({ count, units, ...options }, context) {
    const parts = weightParts(options, context, ['embeddings']);
    return {
      ...parts.penalties,
      outputShape: (input) => [...input, units],
      apply(input) {
        const layer = tf.layers.embedding({ inputDim: count, outputDim: units, ...parts.arguments() });
        const look = layer.call.bind(layer);
        layer.call = (inputs, kwargs) => {
          const numbers = Array.isArray(inputs) ? inputs[0]! : inputs;
          requireIndices(numbers, count, context.name);
          return look(numbers, kwargs);
        };
        return layer.apply(input) as tf.SymbolicTensor;
      },
    };
  },
});

function requireIndices(numbers: tf.Tensor, count: number, name: string): void {
  if (UNCHECKED.includes(tf.getBackend())) return;
  const wrong = numbers.dataSync().find((value) => !(Number.isInteger(value) && value >= 0 && value < count));
  if (wrong === undefined) return;
  throw new ComponentProblem(
    `the layer "${name}" looks up whole numbers from 0 to ${count - 1}, but is given ${wrong}`,
    {
      option: 'count',
      fix: Number.isInteger(wrong)
        ? 'Set its count to the number of different values, or map them to whole numbers from 0.'
        : 'Give it whole numbers: no standardize or minMax on those columns.',
    },
  );
}
