import type { TensorValue } from 'descent/grading';

/** A network of a submission that can be taken apart. */
interface Whole {
  export(): Promise<unknown>;
}

/**
 * What dense layers with the weights of a network bring for points, computed here: `activation` after each layer but the last,
 * which has a sigmoid.
 * @throws Error when its weights are not a matrix and a list for each layer
 */
export async function forwardOf(
  model: Whole,
  activation: 'relu' | 'tanh',
  xs: readonly (readonly number[])[],
): Promise<number[]> {
  const { weights } = (await model.export()) as { weights: readonly TensorValue[] };
  const f = activation === 'tanh' ? Math.tanh : (value: number) => Math.max(0, value);
  return xs.map((x) => {
    let values: readonly number[] = x;
    for (let layer = 0; layer < weights.length; layer += 2) {
      const [kernel, bias] = [weights[layer]!, weights[layer + 1]!];
      const units = bias.data.length;
      const sums = Array.from(bias.data, (start, unit) =>
        values.reduce((sum, value, input) => sum + value * kernel.data[input * units + unit]!, start),
      );
      values = layer + 2 < weights.length ? sums.map(f) : sums;
    }
    return 1 / (1 + Math.exp(-values[0]!));
  });
}
