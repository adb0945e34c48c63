import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { trainingComponents } from './components.ts';
import { createUpdate } from './update.ts';

interface Values {
  readonly shape: number[];
  readonly values: number[];
}
interface Reduced {
  readonly value: number;
  readonly gradient: readonly number[];
}
interface LossCase {
  readonly type: string;
  readonly options: Record<string, unknown>;
  readonly targets: Values;
  readonly outputs: Values;
  readonly mean: Reduced;
  readonly sum: Reduced;
}
interface OptimizerCase {
  readonly type: string;
  readonly options: Record<string, unknown>;
  readonly start: number[];
  readonly weights: number[];
}

/** Written by benchmarks/reference/training.py. */
const reference = JSON.parse(
  readFileSync(new URL('../../benchmarks/reference/training.json', import.meta.url), 'utf8'),
) as {
  readonly torch: string;
  readonly losses: readonly LossCase[];
  readonly optimizers: {
    readonly steps: number;
    readonly curvature: number[];
    readonly cases: readonly OptimizerCase[];
  };
};
const registry = createRegistry(trainingComponents);

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs(actual[index]! - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
  });
}

describe.each(['cpu', 'wasm'] as const)(`on %s, as in PyTorch ${reference.torch}`, (backend) => {
  beforeAll(() => prepareBackend(backend));

  it.each(reference.losses.map((each) => [each.type, each.options, each] as const))(
    'the loss %s %o and its gradient, by mean and by sum',
    (type, options, { targets, outputs, ...expected }) => {
      for (const reduction of ['mean', 'sum'] as const) {
        const spec = fillDefaults(registry, 'loss', { type, ...options, reduction });
        const part = registry.build('loss', spec, undefined);
        expect(part.reduction).toBe(reduction);
        tf.tidy(() => {
          const truth = tf.tensor(
            targets.values,
            targets.shape,
            part.targetEncoding === 'classIndex' ? 'int32' : 'float32',
          );
          const reduced = (at: tf.Tensor) => tf[reduction](part.perSample(truth, at));
          const { value, grad } = tf.valueAndGrad(reduced)(tf.tensor(outputs.values, outputs.shape));
          expectClose(value.dataSync(), [expected[reduction].value]);
          expectClose(grad.dataSync(), expected[reduction].gradient);
        });
      }
    },
  );

  it.each(reference.optimizers.cases.map((each) => [each.type, each.options, each] as const))(
    'the way of %s %o over twenty steps',
    (type, options, { start, weights }) => {
      const { steps, curvature } = reference.optimizers;
      const spec = fillDefaults(registry, 'optimizer', { type, ...options });
      const part = registry.build('optimizer', spec, { registry });
      const variable = tf.variable(tf.tensor1d(start));
      const update = createUpdate(
        [{ name: 'dense_1/kernel', variable, trainable: true, penalty: undefined }],
        part,
      );
      for (let step = 1; step <= steps; step++) {
        tf.tidy(() => {
          const noise = start.map((_, index) => Math.sin(step * (index + 1)));
          const gradient = tf.add(tf.mul(variable, tf.mul(curvature, 2)), noise);
          update.apply([gradient], part.learningRate, step);
        });
      }
      expectClose(variable.dataSync(), weights);
      update.dispose();
      variable.dispose();
    },
  );
});

it('covers every loss and every optimizer', () => {
  const types = (kind: 'loss' | 'optimizer') =>
    registry
      .ofKind(kind)
      .map(({ type }) => type)
      .toSorted();
  const covered = (cases: readonly { type: string }[]) =>
    [...new Set(cases.map(({ type }) => type))].toSorted();
  expect(covered(reference.losses)).toEqual(types('loss'));
  expect(covered(reference.optimizers.cases)).toEqual(types('optimizer'));
});
