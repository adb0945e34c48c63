import { Type, type TUnsafe } from '@sinclair/typebox';
import { optionalSlot, slot } from '../../component/slot.ts';
import type { ComponentSpec } from '../../component/component.ts';
import { activateAfter, activationOption } from '../activations/activate.ts';
import { kerasInitializer, kerasRegularizer } from '../keras-parts.ts';
import type { InitializerPart, LayerContext, LayerPart, RegularizerPart } from '../layer.ts';
import type * as tf from '#tensorflow';

/** What the weights are called after which options are: `kernelInitializer`, `kernelRegularizer`. */
const WEIGHTS = {
  kernel: 'kernel',
  recurrent: 'recurrent_kernel',
  depthwise: 'depthwise_kernel',
  pointwise: 'pointwise_kernel',
  embeddings: 'embeddings',
  bias: 'bias',
} as const;

type WeightName = keyof typeof WEIGHTS;

/** Options of a layer with an activation. */
export const activationOptions = {
  activation: slot('activation', {
    description: 'The function applied to every output.',
    default: { type: 'linear' },
    reason: 'a last layer often wants none; inside a network say which',
  }),
};

/** Options of a layer with a kernel. */
export const kernelOptions = {
  kernelInitializer: slot('initializer', {
    description: 'Where the kernel starts.',
    default: { type: 'glorotUniform' },
    reason: 'signals keep their size from layer to layer',
  }),
  kernelRegularizer: regularizerOption('the kernel'),
};

/** Options of a layer with a bias. */
export const biasOptions = {
  useBias: Type.Boolean({
    default: true,
    description: 'Whether a learned number is added to every output.',
    reason: 'without it the layer can only give functions through the origin',
  }),
  biasInitializer: slot('initializer', {
    description: 'Where the bias starts.',
    default: { type: 'zeros' },
    reason: 'the random kernel already makes units differ',
  }),
  biasRegularizer: regularizerOption('the bias'),
};

/** Options of a layer whose output may be penalized. */
export const activityOptions = {
  activityRegularizer: regularizerOption('what comes out, as its mean over the batch'),
};

/** An option that may hold a penalty. */
export function regularizerOption(on: string): TUnsafe<ComponentSpec | null> {
  return optionalSlot('regularizer', {
    description: `A penalty on ${on}, added to the training loss; null for none.`,
  });
}

/** What the slots of {@link activationOptions}, {@link kernelOptions}, … hold in a file. */
export interface WeightOptions {
  readonly activation?: ComponentSpec;
  readonly useBias?: boolean;
  readonly activityRegularizer?: ComponentSpec | null;
  readonly [option: `${string}Initializer`]: ComponentSpec;
  readonly [option: `${string}Regularizer`]: ComponentSpec | null;
}

/** The parts in the slots of a layer with weights, ready for TensorFlow.js. */
export interface WeightParts {
  /** Arguments of the layer of TensorFlow.js; initial weights are drawn when it is built. */
  arguments(): Record<string, unknown> & { name: string };
  /** Applies the activation, where the layer itself could not. */
  activate(output: tf.SymbolicTensor): tf.SymbolicTensor;
  /** What the layer's part says of its penalties. */
  readonly penalties: Pick<LayerPart, 'penalties' | 'activityPenalty'>;
}

/**
 * Builds what the slots of a layer with weights hold.
 * @param weights the weights that it has besides the bias
 * @param adapt changes how a weight is drawn, for those that are no plain kernels
 */
export function weightParts(
  options: WeightOptions,
  { name, stream, registry }: LayerContext,
  weights: readonly WeightName[],
  adapt: Partial<Record<WeightName, (part: InitializerPart) => InitializerPart>> = {},
): WeightParts {
  const activation = options.activation && registry.build('activation', options.activation, undefined);
  const all: readonly WeightName[] = options.useBias === true ? [...weights, 'bias'] : weights;
  const initializers = all.map((weight) => {
    const part = registry.build('initializer', options[`${weight}Initializer`]!, undefined);
    return [weight, adapt[weight]?.(part) ?? part] as const;
  });
  const penalties: [WeightName, RegularizerPart][] = all.flatMap((weight) => {
    const spec = options[`${weight}Regularizer`];
    return spec ? [[weight, registry.build('regularizer', spec, undefined)]] : [];
  });
  const { activityRegularizer } = options;
  const given = () => [
    ...initializers.map(([weight, part]): [string, unknown] => [
      `${weight}Initializer`,
      kerasInitializer(part, stream.derive(weight)),
    ]),
    ...penalties.map(([weight, penalty]): [string, unknown] => [
      `${weight}Regularizer`,
      kerasRegularizer(penalty),
    ]),
  ];
  return {
    arguments: () => ({
      name,
      ...(activation && activationOption(activation)),
      ...(options.useBias !== undefined && { useBias: options.useBias }),
      ...(Object.fromEntries(given()) as Record<string, unknown>),
    }),
    activate: (output) => (activation ? activateAfter(activation, name, output) : output),
    penalties: {
      penalties: Object.fromEntries(penalties.map(([weight, penalty]) => [WEIGHTS[weight], penalty])),
      // TensorFlow.js refuses to call a layer that has one, so it is not said to it.
      ...(activityRegularizer && {
        activityPenalty: registry.build('regularizer', activityRegularizer, undefined),
      }),
    },
  };
}
