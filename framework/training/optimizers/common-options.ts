import { Type, type Static, type TObject } from '@sinclair/typebox';
import { slot } from '../../component/slot.ts';
import type { OptimizerContext, OptimizerPart } from '../optimizer.ts';

const bound = (description: string) =>
  Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.Null()], { default: null, description });

/** The options that every optimizer has, with its own default for the learning rate. */
export const commonOptions = (learningRate: number, reason: string) => ({
  learningRate: Type.Number({
    exclusiveMinimum: 0,
    default: learningRate,
    description: 'Length of the steps along the gradient.',
    reason,
  }),
  schedule: slot('schedule', {
    description: 'The learning rate over time, as a factor of learningRate.',
    default: { type: 'constant' },
    reason: 'find a good constant rate first',
  }),
  clipValue: bound('Cuts off every element of the gradient at plus and minus this value; null for not.'),
  clipNorm: bound('Scales the gradient of every weight down to this Euclidean norm; null for not.'),
  clipGlobalNorm: bound('Scales all gradients together down to this Euclidean norm; null for not.'),
  weightDecay: Type.Number({
    minimum: 0,
    default: 0,
    description:
      'Before every update, weights shrink by learningRate · weightDecay (decoupled from the gradient, as in AdamW).',
    reason: 'none; with adam prefer it to an l2 penalty, typically 0.01',
  }),
  weightDecayExclude: Type.Array(Type.String(), {
    default: ['bias', 'gamma', 'beta'],
    description: 'Weights that do not shrink, by the last part of their name.',
    reason: 'shrinking shifts and scales does not simplify a model',
  }),
});

type CommonOptions = Static<TObject<ReturnType<typeof commonOptions>>>;

/** What the common options make of an optimizer; the update rule and its slots are its own. */
export function commonParts(
  options: CommonOptions,
  { registry }: OptimizerContext,
): Omit<OptimizerPart, 'slots' | 'update'> {
  return {
    learningRate: options.learningRate,
    schedule: registry.build('schedule', options.schedule, { registry }),
    clipping: { value: options.clipValue, norm: options.clipNorm, globalNorm: options.clipGlobalNorm },
    weightDecay: { strength: options.weightDecay, exclude: options.weightDecayExclude },
  };
}
