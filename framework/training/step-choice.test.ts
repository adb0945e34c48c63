import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../backend/select.ts';
import { ComponentProblem, defineComponent } from '../component/component.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { buildModel } from '../model/build.ts';
import { createStream } from '../random/stream.ts';
import { registry, type Written } from './fused/fixtures/training-way.ts';
import { chooseStep } from './step.ts';

const mish = defineComponent({
  kind: 'activation',
  type: 'mish',
  summary: "A user's own.",
  options: {},
  example: {},
  build: () => ({ kerasName: undefined, apply: (input) => input }),
});
const extended = registry.with([mish]);

/** The parts of a training, as a run builds them. */
function partsOf(layers: readonly Written[], { loss = 'meanSquaredError', inputShape = [4] } = {}) {
  const model = buildModel(
    layers.map((layer) => fillDefaults(extended, 'layer', layer)),
    { inputShape, registry: extended, stream: createStream(1) },
  );
  return {
    model,
    loss: extended.build('loss', fillDefaults(extended, 'loss', loss), undefined),
    optimizer: extended.build('optimizer', fillDefaults(extended, 'optimizer', 'adam'), {
      registry: extended,
    }),
  };
}

const DENSE = { type: 'dense', units: 1 };
const reasonOf = (parts: Parameters<typeof chooseStep>[1]) => {
  const chosen = chooseStep('auto', parts);
  return chosen.kind === 'tape' ? chosen.reason : undefined;
};

beforeAll(() => prepareBackend('wasm'));
afterAll(() => prepareBackend('cpu'));

describe('steps are computed', () => {
  it('fused where everything is known, by the tape where that is asked for', () => {
    const parts = partsOf([DENSE]);
    expect(chooseStep('auto', parts)).toEqual({ kind: 'fused' });
    expect(chooseStep('fused', parts)).toEqual({ kind: 'fused' });
    expect(chooseStep('tape', parts)).toEqual({ kind: 'tape', reason: 'The experiment asks for the tape.' });
  });

  it('by the tape where something is not known, with the reason', () => {
    expect(reasonOf(partsOf([{ type: 'gaussianNoise' }, DENSE]))).toBe(
      'The fused step does not know the layer gaussianNoise_1 of type gaussianNoise.',
    );
    expect(reasonOf(partsOf([{ ...DENSE, activation: 'mish' }]))).toBe(
      'The fused step does not know the activation mish of the layer dense_1.',
    );
    expect(reasonOf(partsOf([DENSE], { loss: 'hinge' }))).toBe(
      'The fused step does not know the loss hinge.',
    );
    expect(reasonOf(partsOf([{ type: 'conv1d', filters: 2 }], { inputShape: [5, 1] }))).toBe(
      'The fused step needs a plain list of outputs, not 3 × 2.',
    );
  });

  it('by the tape where a part was made or changed by hand', () => {
    const parts = partsOf([DENSE]);
    expect(reasonOf({ ...parts, model: { ...parts.model } })).toBe(
      'The fused step does not know the model, which was not built from layers.',
    );
    expect(reasonOf({ ...parts, loss: { ...parts.loss } })).toBe('The fused step does not know the loss.');
    const { updateInPlace: _, ...optimizer } = parts.optimizer;
    expect(reasonOf({ ...parts, optimizer })).toBe(
      'The fused step does not know the optimizer, which has no update in place.',
    );
  });

  it('and refused where fused is asked for and cannot be', async () => {
    const parts = partsOf([{ type: 'layerNormalization' }, DENSE]);
    const problem = new ComponentProblem(
      'The fused step does not know the layer layerNormalization_1 of type layerNormalization.',
      { fix: 'Set training.step to auto.' },
    );
    expect(() => chooseStep('fused', parts)).toThrow(problem);
    const known = partsOf([DENSE]);
    await prepareBackend('cpu');
    expect(() => chooseStep('fused', known)).toThrow(
      'The fused step needs the backend wasm with the training kernels of Descent.',
    );
    await prepareBackend('wasm');
  });
});
