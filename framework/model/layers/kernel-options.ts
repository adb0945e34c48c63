import { Type, type Static, type TObject } from '@sinclair/typebox';
import { optionalSlot, slot } from '../../component/slot.ts';
import type { ComponentSpec } from '../../component/component.ts';
import { activateAfter, activationOption } from '../activations/activate.ts';
import { kerasInitializer, kerasRegularizer } from '../keras-parts.ts';
import type { LayerContext, RegularizerPart } from '../layer.ts';
import type * as tf from '#tensorflow';

/** The options of every layer with a kernel, a bias and an activation. */
export const kernelOptions = {
  activation: slot('activation', {
    description: 'The function applied to every output.',
    default: { type: 'linear' },
    reason: 'a last layer often wants none; inside a network say which',
  }),
  useBias: Type.Boolean({
    default: true,
    description: 'Whether a learned number is added to every output.',
    reason: 'without it the layer can only give functions through the origin',
  }),
  kernelInitializer: slot('initializer', {
    description: 'Where the kernel starts.',
    default: { type: 'glorotUniform' },
    reason: 'signals keep their size from layer to layer',
  }),
  biasInitializer: slot('initializer', {
    description: 'Where the bias starts.',
    default: { type: 'zeros' },
    reason: 'the random kernel already makes units differ',
  }),
  kernelRegularizer: optionalSlot('regularizer', {
    description: 'A penalty on the kernel, added to the training loss; null for none.',
  }),
  biasRegularizer: optionalSlot('regularizer', {
    description: 'A penalty on the bias, added to the training loss; null for none.',
  }),
};

/** The parts in the slots of such a layer, ready for TensorFlow.js. */
export interface KernelParts {
  /** Arguments of the layer of TensorFlow.js; initial weights are drawn when it is built. */
  arguments(): Record<string, unknown> & { name: string };
  /** Applies the activation, where the layer itself could not. */
  activate(output: tf.SymbolicTensor): tf.SymbolicTensor;
  readonly penalties: Readonly<Record<string, RegularizerPart>>;
}

/** Builds what the slots of a layer with a kernel hold. */
export function kernelParts(
  options: Static<TObject<typeof kernelOptions>>,
  { name, stream, registry }: LayerContext,
): KernelParts {
  const activation = registry.build('activation', options.activation, undefined);
  const kernelInitializer = registry.build('initializer', options.kernelInitializer, undefined);
  const biasInitializer = registry.build('initializer', options.biasInitializer, undefined);
  const penalty = (spec: ComponentSpec | null) => spec && registry.build('regularizer', spec, undefined);
  const kernelPenalty = penalty(options.kernelRegularizer);
  const biasPenalty = options.useBias ? penalty(options.biasRegularizer) : null;
  return {
    arguments: () => ({
      name,
      ...activationOption(activation),
      useBias: options.useBias,
      kernelInitializer: kerasInitializer(kernelInitializer, stream.derive('kernel')),
      biasInitializer: kerasInitializer(biasInitializer, stream.derive('bias')),
      ...(kernelPenalty && { kernelRegularizer: kerasRegularizer(kernelPenalty) }),
      ...(biasPenalty && { biasRegularizer: kerasRegularizer(biasPenalty) }),
    }),
    activate: (output) => activateAfter(activation, name, output),
    penalties: {
      ...(kernelPenalty && { kernel: kernelPenalty }),
      ...(biasPenalty && { bias: biasPenalty }),
    },
  };
}
