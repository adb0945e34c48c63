import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { ComponentProblem, type ComponentSpec } from '../../component/component.ts';
import { buildModel } from '../../model/build.ts';
import type { Shape } from '../../model/layer.ts';
import type { Model } from '../../model/model.ts';
import { planModel } from '../../model/plan.ts';
import { loadModel, saveModel } from '../../model/save.ts';
import { createStream } from '../../random/stream.ts';
import { builtInRegistry } from '../components.ts';
import { casesOf, exampleOf } from './specs.ts';

/** Input shapes to try; a layer is tested on the first that suits it. */
const SHAPES: readonly Shape[] = [[784], [8], [6, 3], [8, 8, 2]];
const ROWS = 3;

const contextOf = (inputShape: Shape, seed = 7) => ({
  inputShape,
  registry: builtInRegistry,
  stream: createStream(seed).derive('model'),
});

/** Layers that look up whole numbers, so that no gradient reaches their input. */
const INTEGER_INPUTS: readonly string[] = ['embedding'];

/** The layer alone, or beside what another makes of the input for one that joins several inputs. */
function layersAround(spec: ComponentSpec): ComponentSpec[] {
  const { joins } = builtInRegistry.build('layer', spec, { ...contextOf([]), name: 'any', step: () => 0 });
  if (joins !== true) return [spec];
  const beside = { type: 'activation', function: { type: 'tanh' } };
  return [beside, { ...spec, inputs: ['input', 'activation_1'] }];
}

/** A gradient agrees with central differences at some elements. */
function expectGradient(
  values: Float32Array,
  gradient: ArrayLike<number>,
  loss: (moved: Float32Array) => number,
) {
  // prettier-ignore
  const pick = createStream(2).derive('pick');
  for (let check = 0; check < 6; check++) {
    const index = pick.integer(values.length);
    const [up, down] = [1e-2, -1e-2].map((by) => {
      const moved = Float32Array.from(values);
      moved[index]! += by;
      return loss(moved);
    });
    const numeric = (up! - down!) / 2e-2;
    expect(Math.abs(gradient[index]! - numeric)).toBeLessThan(2e-2 * Math.max(1, Math.abs(numeric)));
  }
}

describe.each(casesOf('layer'))('layer %s', (_, component) => {
  const layers = layersAround(exampleOf(component));
  const takesIntegers = INTEGER_INPUTS.includes(component.type);
  const inputFor = (shape: Shape): tf.Tensor => {
    const stream = createStream(1).derive('input');
    const size = shape.reduce((product, length) => product * length, ROWS);
    const draw = takesIntegers ? () => stream.integer(5) : stream.normal;
    return tf.tensor(Float32Array.from({ length: size }, draw), [ROWS, ...shape]);
  };
  const shape = SHAPES.find((candidate) => {
    try {
      return planModel(layers, contextOf(candidate)).length > 0;
    } catch (error) {
      if (error instanceof ComponentProblem) return false;
      throw error;
    }
  })!;
  let model: Model;
  beforeAll(async () => {
    await prepareBackend('cpu');
    model = buildModel(layers, contextOf(shape));
  });
  afterAll(() => {
    model.dispose();
  });

  /** The sum of squares of the outputs, in training mode at a fixed step. */
  const loss = (input: tf.Tensor): tf.Scalar => tf.sum(tf.square(model.forward(input, 5)));

  it('suits one of the input shapes and gives the shape that it announces', () => {
    expect(shape).toBeDefined();
    const output = tf.tidy(() => model.forward(inputFor(shape)).shape);
    expect(output).toEqual([ROWS, ...model.outputShape]);
  });

  it('gives the same for the same seed and step', () => {
    const again = buildModel(layers, contextOf(shape));
    tf.tidy(() => {
      for (const step of [undefined, 3]) {
        const [one, other] = [model, again].map((each) => each.forward(inputFor(shape), step).arraySync());
        expect(other).toEqual(one);
      }
    });
    again.dispose();
  });

  it('gives the same after it was saved and loaded by TensorFlow.js', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'descent-model-'));
    await saveModel(model.layersModel, folder);
    const loaded = await loadModel(folder);
    tf.tidy(() => {
      const input = inputFor(shape);
      const expected = model.forward(input).arraySync();
      expect((loaded.predict(input) as tf.Tensor).arraySync()).toEqual(expected);
    });
    loaded.dispose();
  });

  it('leaks no tensor', () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      model.forward(inputFor(shape));
      if (!takesIntegers) tf.grad(loss)(inputFor(shape)).dataSync();
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('computes the same on wasm, gradients included', async () => {
    const results: Float32Array[][] = [];
    for (const backend of ['cpu', 'wasm'] as const) {
      await prepareBackend(backend);
      const own = buildModel(layers, contextOf(shape));
      const ownLoss = (input: tf.Tensor): tf.Scalar => tf.sum(tf.square(own.forward(input, 5)));
      results.push(
        tf.tidy(() => {
          const input = inputFor(shape);
          const gradients = takesIntegers ? [ownLoss(input)] : Object.values(tf.valueAndGrad(ownLoss)(input));
          const weights = own.weights.some(({ trainable }) => trainable)
            ? Object.values(tf.variableGrads(() => ownLoss(inputFor(shape))).grads)
            : [];
          return [...gradients, ...weights].map((tensor) => Float32Array.from(tensor.dataSync()));
        }),
      );
      own.dispose();
    }
    await prepareBackend('cpu');
    results[0]!.forEach((expected, index) => {
      const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      expected.forEach((value, at) => {
        expect(Math.abs(results[1]![index]![at]! - value)).toBeLessThan(1e-5 * largest);
      });
    });
  });

  it('has gradients that agree with finite differences', () => {
    tf.tidy(() => {
      const input = inputFor(shape);
      if (!takesIntegers) {
        const gradient = tf.grad(loss)(input).dataSync();
        expectGradient(Float32Array.from(input.dataSync()), gradient, (moved) =>
          loss(tf.tensor(moved, input.shape)).dataSync<'float32'>()[0]!,
        ); // prettier-ignore
      }
      for (const { variable } of model.weights.filter(({ trainable }) => trainable)) {
        const values = Float32Array.from(variable.dataSync());
        const { grads } = tf.variableGrads(() => loss(input), [variable]);
        expectGradient(values, grads[variable.name]!.dataSync(), (moved) => {
          variable.assign(tf.tensor(moved, variable.shape));
          return loss(input).dataSync<'float32'>()[0]!;
        });
        variable.assign(tf.tensor(values, variable.shape));
      }
    });
  });
});

describe.each(casesOf('activation'))('activation %s', (_, component) => {
  const part = builtInRegistry.build('activation', exampleOf(component), undefined);
  beforeAll(() => prepareBackend('cpu'));

  it('keeps the shape and stays finite for large inputs', () => {
    tf.tidy(() => {
      const output = part.apply(tf.tensor2d([-1000, -30, 0, 30, 1000, 2], [2, 3]));
      expect(output.shape).toEqual([2, 3]);
      expect(Array.from(output.dataSync()).every(Number.isFinite)).toBe(true);
    });
  });

  it('has a gradient that agrees with finite differences away from its kinks', () => {
    tf.tidy(() => {
      const points = [-2.3, -1.1, -0.4, 0.35, 0.9, 1.7];
      const weights = tf.tensor2d([0.3, -1, 0.5, 2, -0.7, 1], [1, 6]);
      const loss = (input: tf.Tensor): tf.Scalar => tf.sum(tf.mul(weights, part.apply(input)));
      const gradient = tf
        .grad(loss)(tf.tensor2d(points, [1, 6]))
        .dataSync();
      points.forEach((_point, index) => {
        const [up, down] = [1e-2, -1e-2].map((shift) => {
          const moved = points.map((value, position) => (position === index ? value + shift : value));
          return loss(tf.tensor2d(moved, [1, 6])).dataSync<'float32'>()[0]!;
        });
        expect(gradient[index]).toBeCloseTo((up! - down!) / 2e-2, 3);
      });
    });
  });

  it('works as the activation of a layer, saved and loaded', async () => {
    const dense = {
      ...exampleOf(builtInRegistry.find('layer', 'dense')!),
      units: 4,
      activation: exampleOf(component),
    };
    const model = buildModel([dense], contextOf([3]));
    const folder = mkdtempSync(join(tmpdir(), 'descent-model-'));
    await saveModel(model.layersModel, folder);
    const loaded = await loadModel(folder);
    tf.tidy(() => {
      const input = tf.tensor2d([0.3, -1.2, 0.8, 1.5, 0, -0.4], [2, 3]);
      expect((loaded.predict(input) as tf.Tensor).arraySync()).toEqual(model.forward(input).arraySync());
    });
    loaded.dispose();
    model.dispose();
  });
});

describe.each(casesOf('initializer'))('initializer %s', (_, component) => {
  const part = builtInRegistry.build('initializer', exampleOf(component), undefined);

  it('gives finite values, the same from the same stream', () => {
    for (const shape of [[7], [6, 4], [3, 3, 2, 5]]) {
      const draw = () => part.values(shape, createStream(3).derive('kernel'));
      expect(draw().length).toBe(shape.reduce((product, length) => product * length, 1));
      expect(draw()).toEqual(draw());
      expect(draw().every(Number.isFinite)).toBe(true);
    }
  });
});

describe.each(casesOf('regularizer'))('regularizer %s', (_, component) => {
  it('has strengths that are no negative numbers', () => {
    const { l1, l2 } = builtInRegistry.build('regularizer', exampleOf(component), undefined);
    expect(l1).toBeGreaterThanOrEqual(0);
    expect(l2).toBeGreaterThanOrEqual(0);
    expect(l1 + l2).toBeGreaterThan(0);
  });
});
