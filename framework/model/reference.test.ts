import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, test } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { createStream } from '../random/stream.ts';
import { buildModel } from './build.ts';
import { modelComponents } from './components.ts';

interface Values {
  readonly shape: number[];
  readonly values: number[];
}
interface Case {
  readonly name: string;
  readonly layers: readonly ({ type: string } & Record<string, unknown>)[];
  readonly training: boolean;
  readonly input: Values;
  readonly weights: Readonly<Record<string, Values>>;
  readonly output: Values;
  readonly probe: Values;
  readonly gradients: Readonly<Record<string, Values>>;
}

/** Written by benchmarks/reference/layers.py. */
const reference = JSON.parse(
  readFileSync(new URL('../../benchmarks/reference/layers.json', import.meta.url), 'utf8'),
) as { readonly torch: string; readonly cases: readonly Case[] };
const registry = createRegistry(modelComponents);
const tensorOf = ({ values, shape }: Values) => tf.tensor(values, shape);

function expectClose(actual: tf.Tensor, expected: Values): void {
  expect(actual.shape).toEqual(expected.shape);
  const values = actual.dataSync();
  expected.values.forEach((value, index) => {
    expect(Math.abs(values[index]! - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
  });
}

/** A model of the layers of a case, with its weights. */
function modelOf({ layers, input, weights }: Case) {
  const model = buildModel(
    layers.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape: input.shape.slice(1), registry, stream: createStream(1) },
  );
  const trained = model.weights.filter(({ trainable }) => trainable);
  expect(trained.map(({ name }) => name).toSorted()).toEqual(Object.keys(weights).toSorted());
  for (const { name, variable } of trained) {
    const { values, shape } = weights[name]!;
    tf.tidy(() => {
      variable.assign(tf.tensor(values, shape));
    });
  }
  return model;
}

describe.each(['cpu', 'wasm'] as const)(`on %s, PyTorch ${reference.torch} computes the same`, (backend) => {
  it.each(reference.cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    await prepareBackend(backend);
    const model = modelOf(each);
    tf.tidy(() => {
      const step = each.training ? 1 : undefined;
      const loss = (input: tf.Tensor): tf.Scalar =>
        tf.sum(tf.mul(model.forward(input, step), tensorOf(each.probe)));
      const input = tensorOf(each.input);
      expectClose(model.forward(input, step), each.output);
      const { input: byInput, ...byWeight } = each.gradients;
      if (byInput) expectClose(tf.grad(loss)(input), byInput);
      const variables = model.weights.filter(({ trainable }) => trainable);
      if (variables.length === 0) return;
      const { grads } = tf.variableGrads(() => loss(input));
      for (const { name, variable } of variables) expectClose(grads[variable.name]!, byWeight[name]!);
    });
    model.dispose();
  });
});

test('every layer and activation is among the cases, but for those that draw random numbers', () => {
  const named = JSON.stringify(reference.cases.map(({ layers }) => layers));
  const missing = [...registry.ofKind('layer'), ...registry.ofKind('activation')]
    .map(({ type }) => type)
    .filter((type) => !named.includes(`"${type}"`));
  expect(missing).toEqual(['dropout', 'gaussianNoise']);
});

afterAll(() => prepareBackend('cpu'));
