import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { createStream } from '../../random/stream.ts';
import type { LossPart } from '../../training/loss.ts';
import { builtInRegistry } from '../components.ts';
import { casesOf, exampleOf } from './specs.ts';

const ROWS = 5;
const CLASSES = 3;

/** Outputs and targets that suit a loss. Numbers lie away from the kinks of absolute values. */
function batchFor({ head, targetEncoding }: LossPart): {
  targets: () => tf.Tensor;
  outputs: Float32Array;
  width: number;
} {
  const stream = createStream(4).derive('batch');
  const width = head === 'probability' || head === 'logit' ? 1 : CLASSES;
  const raw = Float32Array.from({ length: ROWS * width }, () => stream.normal());
  const outputs = tf.tidy(() => {
    const values = tf.tensor2d(raw, [ROWS, width]);
    if (head === 'probabilities') return tf.softmax(values).dataSync<'float32'>();
    return head === 'probability' ? tf.sigmoid(values).dataSync<'float32'>() : raw;
  });
  const labels = [0, 2, 1, 1, 0];
  const targets = (): tf.Tensor => {
    switch (targetEncoding) {
      case 'oneHot':
        return tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), CLASSES), 'float32');
      case 'classIndex':
        return tf.tensor1d(labels, 'int32');
      case 'binary':
        return tf.tensor2d(
          labels.map((label) => Math.min(1, label)),
          [ROWS, 1],
        );
      case 'numbers':
        return tf.tensor2d(
          raw.map((value, index) => value + (index % 2 === 0 ? 0.4 : -1.3)),
          [ROWS, width],
        );
    }
  };
  return { targets, outputs: Float32Array.from(outputs), width };
}

describe.each(casesOf('loss'))('loss %s', (_, component) => {
  const reductions = 'from' in component.options ? ['probabilities', 'logits'] : [undefined];
  describe.each(reductions)('from %s', (from) => {
    const spec = { ...exampleOf(component), ...(from === undefined ? {} : { from }) };
    const part = builtInRegistry.build('loss', spec, undefined);
    let batch: ReturnType<typeof batchFor>;
    beforeAll(async () => {
      await prepareBackend('cpu');
      batch = batchFor(part);
    });

    const total = (outputs: tf.Tensor): tf.Scalar => tf.sum(part.perSample(batch.targets(), outputs));
    const outputsOf = (values: Float32Array) => tf.tensor2d(values, [ROWS, batch.width]);

    it('gives one finite number per sample, and leaks no tensor', () => {
      const before = tf.memory().numTensors;
      tf.tidy(() => {
        const losses = part.perSample(batch.targets(), outputsOf(batch.outputs));
        expect(losses.shape).toEqual([ROWS]);
        expect(Array.from(losses.dataSync()).every(Number.isFinite)).toBe(true);
      });
      expect(tf.memory().numTensors).toBe(before);
    });

    it('has a gradient that agrees with finite differences', () => {
      tf.tidy(() => {
        const gradient = tf.grad(total)(outputsOf(batch.outputs)).dataSync();
        batch.outputs.forEach((_value, index) => {
          const [up, down] = [1e-3, -1e-3].map((shift) => {
            const moved = Float32Array.from(batch.outputs);
            moved[index]! += shift;
            return total(outputsOf(moved)).dataSync<'float32'>()[0]!;
          });
          const numeric = (up! - down!) / 2e-3;
          // What 32 bits resolve of the total, over the step.
          const rounding = (2 ** -22 * Math.abs(up!)) / 2e-3;
          const tolerance = 5e-3 * Math.max(1, Math.abs(numeric)) + rounding;
          expect(Math.abs(gradient[index]! - numeric)).toBeLessThan(tolerance);
        });
      });
    });

    it('is finite, and so is its gradient, where outputs are as far off as can be', () => {
      const extremes = part.head === 'probabilities' || part.head === 'probability' ? [0, 1] : [0, 50, -50];
      for (const shift of extremes.keys()) {
        const outputs = batch.outputs.map((_value, index) => extremes[(index + shift) % extremes.length]!);
        tf.tidy(() => {
          const { value, grad } = tf.valueAndGrad(total)(outputsOf(outputs));
          expect([...value.dataSync(), ...grad.dataSync()].every(Number.isFinite)).toBe(true);
        });
      }
    });

    it('gives predictions that metrics can use', () => {
      tf.tidy(() => {
        const predictions = part.predictions(outputsOf(batch.outputs));
        if (part.task === 'regression') return;
        for (const sum of tf.sum(predictions, 1).dataSync()) expect(sum).toBeCloseTo(1, 5);
        expect(predictions.shape[1]).toBe(batch.width === 1 ? 2 : CLASSES);
      });
    });

    it('computes the same on wasm, gradient included', async () => {
      const compute = () =>
        tf.tidy(() => {
          const { value, grad } = tf.valueAndGrad(total)(outputsOf(batch.outputs));
          return [...value.dataSync(), ...grad.dataSync()];
        });
      const expected = compute();
      await prepareBackend('wasm');
      const actual = compute();
      await prepareBackend('cpu');
      expected.forEach((value, index) => {
        expect(Math.abs(actual[index]! - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
      });
    });
  });
});

describe.each(casesOf('optimizer'))('optimizer %s', (_, component) => {
  const part = () => builtInRegistry.build('optimizer', exampleOf(component), { registry: builtInRegistry });
  beforeAll(() => prepareBackend('cpu'));

  /** Follows the gradient of ½ Σ cᵢ wᵢ² for some steps; the curvatures c are 1 and 4. */
  function descend(steps: number, learningRate: number): number[] {
    const optimizer = part();
    return tf.tidy(() => {
      const curvature = tf.tensor1d([1, 4]);
      let variable: tf.Tensor = tf.tensor1d([1, -0.5]);
      let slots: Readonly<Record<string, tf.Tensor>> = Object.fromEntries(
        Object.entries(optimizer.slots).map(([name, value]) => [name, tf.fill([2], value)]),
      );
      for (let step = 1; step <= steps; step++) {
        const gradient = tf.mul(curvature, variable);
        ({ variable, slots } = optimizer.update({ variable, gradient, slots, learningRate, step }));
        expect(Object.keys(slots).sort()).toEqual(Object.keys(optimizer.slots).sort());
      }
      return Array.from(variable.dataSync());
    });
  }

  it('goes downhill', () => {
    const [one, other] = descend(50, 0.02);
    expect(0.5 * one! ** 2 + 2 * other! ** 2).toBeLessThan(0.5 + 2 * 0.25);
    expect(Number.isFinite(one)).toBe(true);
  });

  it('stays where it is at learning rate 0', () => {
    expect(descend(5, 0)).toEqual([1, -0.5]);
  });

  it('gives the same numbers again, and on wasm to rounding', async () => {
    const expected = descend(20, 0.01);
    expect(descend(20, 0.01)).toEqual(expected);
    await prepareBackend('wasm');
    const actual = descend(20, 0.01);
    await prepareBackend('cpu');
    expected.forEach((value, index) => {
      expect(actual[index]).toBeCloseTo(value, 5);
    });
  });

  it('keeps the state of one variable apart from that of another', () => {
    const optimizer = part();
    tf.tidy(() => {
      const updateAlone = () => {
        const slots = Object.fromEntries(
          Object.entries(optimizer.slots).map(([name, value]) => [name, tf.fill([1], value)]),
        );
        const variable = tf.tensor1d([1]);
        const gradient = tf.tensor1d([0.5]);
        return optimizer
          .update({ variable, gradient, slots, learningRate: 0.1, step: 1 })
          .variable.arraySync();
      };
      const first = updateAlone();
      expect(updateAlone()).toEqual(first);
    });
  });
});

describe.each(casesOf('schedule'))('schedule %s', (_, component) => {
  it('gives a finite factor that is no negative number, at every moment', () => {
    const context = { registry: builtInRegistry };
    const schedule = builtInRegistry.build('schedule', exampleOf(component), context);
    for (let step = 0; step < 200; step++) {
      const factor = schedule.factor({ step, epoch: step / 20, epochs: 10 });
      expect(Number.isFinite(factor) && factor >= 0).toBe(true);
    }
  });
});

describe.each(casesOf('callback'))('callback %s', (_, component) => {
  const build = () => builtInRegistry.build('callback', exampleOf(component), { direction: () => 'lower' });
  const stream = createStream(9).derive('values');
  let ends: Parameters<ReturnType<typeof build>['onEpochEnd']>[0][];
  beforeEach(() => {
    ends = Array.from({ length: 30 }, (_value, index) => {
      const value = Math.exp(-index / 5) + 0.1 * stream.uniform();
      const values = Object.fromEntries(build().monitors.map((monitor) => [monitor.value, value]));
      return { epoch: index + 1, epochs: 30, values, learningRate: 0.1 };
    });
  });
  afterAll(() => {
    tf.disposeVariables();
  });

  it('goes on from a saved state as if it had never stopped', () => {
    const whole = build();
    const expected = ends.map((end) => whole.onEpochEnd(end));
    const before = build();
    const head = ends.slice(0, 13).map((end) => before.onEpochEnd(end));
    const after = build();
    after.restore(JSON.parse(JSON.stringify(before.state())) as ReturnType<typeof before.state>);
    expect([...head, ...ends.slice(13).map((end) => after.onEpochEnd(end))]).toEqual(expected);
  });
});
