import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import type { Stream } from '../../random/stream.ts';
import '../layer.ts';

/**
 * A random rotation: a kernel `[...window, inputs, outputs]` seen as a matrix with `outputs` columns has
 * orthonormal columns, or rows where it is wider than high, times `gain`. It is the Q of the QR decomposition of
 * normal numbers with a positive diagonal of R, so no rotation is likelier than another.
 */
export const orthogonal = defineComponent({
  kind: 'initializer',
  type: 'orthogonal',
  summary: 'A random rotation: orthonormal columns, or rows where the kernel is wider than high.',
  when: 'For recurrent kernels and very deep networks, where signals must keep their length over many products.',
  formula: 'w = gain · Q, QᵀQ = 1 (or QQᵀ = 1), Q from the QR decomposition of normal numbers',
  source:
    'Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014',
  options: {
    gain: Type.Number({
      exclusiveMinimum: 0,
      default: 1,
      description: 'The length of a column (or row).',
      reason: 'signals keep their length; before relu take √2',
    }),
  },
  example: { gain: 1 },
  build: ({ gain }) => ({
    kerasName: 'Orthogonal',
    kerasConfig: { gain, seed: null },
    values(shape, stream) {
      const columns = shape.at(-1) ?? 1;
      const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
      const [count, length] = [Math.min(rows, columns), Math.max(rows, columns)];
      const vectors = orthonormal(count, length, stream);
      const values = new Float32Array(rows * columns);
      vectors.forEach((vector, at) => {
        vector.forEach((value, index) => {
          values[rows >= columns ? index * columns + at : at * columns + index] = gain * value;
        });
      });
      return values;
    },
  }),
});

/** Orthonormal vectors from normal numbers, by Gram and Schmidt in double precision. */
function orthonormal(count: number, length: number, stream: Stream): readonly Float64Array[] {
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, stream.normal);
    const drawn = Math.sqrt(dot(vector, vector));
    // The second pass removes what rounding left of the first.
    for (let pass = 0; pass < 2; pass++) {
      for (const other of vectors) {
        const share = dot(vector, other);
        for (let index = 0; index < length; index++) vector[index]! -= share * other[index]!;
      }
    }
    const norm = Math.sqrt(dot(vector, vector));
    // A vector that lies in the span of those before is drawn again; with normal numbers it never does.
    if (norm < 1e-9 * drawn) continue;
    vectors.push(vector.map((value) => value / norm));
  }
  return vectors;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
