import { Type, type TUnsafe } from '@sinclair/typebox';
import type * as tf from '#tensorflow';
import { ComponentProblem, type ComponentSpec } from '../../component/component.ts';
import { slot } from '../../component/slot.ts';
import type { LayerContext, LayerPart } from '../layer.ts';
import { activityOptions, biasOptions, kernelOptions, regularizerOption, weightParts, type WeightOptions } from './weight-options.ts'; // prettier-ignore
import { requireSequence } from './window.ts';

/** Options that recurrent layers have in common. */
export const recurrentOptions = {
  returnSequences: Type.Boolean({
    default: false,
    description: 'Whether the state after every step comes out, instead of only that after the last one.',
    reason: 'the layer after it mostly wants one row; set it to stack recurrent layers',
  }),
  activation: activationWithin('The function applied to what a step adds to the state.', 'tanh', 'a state that stays within ±1 cannot blow up'), // prettier-ignore
  ...kernelOptions,
  recurrentInitializer: slot('initializer', {
    description: 'Where the recurrent kernel starts.',
    default: { type: 'orthogonal' },
    reason: 'signals keep their length from step to step',
  }),
  recurrentRegularizer: regularizerOption('the recurrent kernel'),
  ...biasOptions,
  ...activityOptions,
};

/** Options of recurrent layers with gates. */
export const gateOptions = {
  recurrentActivation: activationWithin(
    'The function of the gates.',
    'sigmoid',
    'a gate is a share between 0 and 1',
  ),
};

function activationWithin(description: string, type: string, reason: string): TUnsafe<ComponentSpec> {
  return slot('activation', { description, default: { type }, reason });
}

type RecurrentOptions = WeightOptions & {
  readonly units: number;
  readonly returnSequences: boolean;
  readonly activation: ComponentSpec;
  readonly recurrentActivation?: ComponentSpec;
};

/** What the layer of TensorFlow.js is made from. */
interface RecurrentArguments {
  units: number;
  returnSequences: boolean;
  name: string;
}

/** The part of a recurrent layer; `create` makes the layer of TensorFlow.js. */
export function recurrentPart(
  type: string,
  options: RecurrentOptions,
  context: LayerContext,
  create: (given: RecurrentArguments) => tf.layers.Layer,
): LayerPart {
  const { units, returnSequences } = options;
  const gate = options.recurrentActivation && withinLayer(type, 'recurrentActivation', options.recurrentActivation, context); // prettier-ignore
  withinLayer(type, 'activation', options.activation, context);
  const parts = weightParts(options, context, ['kernel', 'recurrent']);
  return {
    ...parts.penalties,
    outputShape(input) {
      requireSequence(type, input);
      return returnSequences ? [input[0], units] : [units];
    },
    apply: (input) =>
      create({
        ...parts.arguments(),
        ...(gate !== undefined && { recurrentActivation: gate }),
        units,
        returnSequences,
      }).apply(input) as tf.SymbolicTensor,
  };
}

/**
 * The name in TensorFlow.js of an activation that acts inside a recurrent layer.
 * @throws ComponentProblem when it has none: the layer itself must apply it.
 */
function withinLayer(type: string, option: string, spec: ComponentSpec, { registry }: LayerContext): string {
  const { kerasName } = registry.build('activation', spec, undefined);
  if (kerasName !== undefined) return kerasName;
  throw new ComponentProblem(`${type} cannot apply the activation ${spec.type} inside its steps`, {
    option,
    fix: 'Take another, such as tanh, sigmoid, relu or linear.',
  });
}
