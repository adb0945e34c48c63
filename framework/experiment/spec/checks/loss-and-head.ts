import type { ComponentSpec } from '../../../component/component.ts';
import type { HeadOutput } from '../../../training/loss.ts';
import type { Problem } from '../../../document/problem.ts';
import type { Shape } from '../../../model/layer.ts';
import { problemAt, type ModelCheckContext } from './check.ts';

/** Layers that hand on the values of the layer before them, at least in their range. */
const TRANSPARENT: readonly string[] = ['dropout', 'flatten', 'reshape'];

/** The activation that each head asks for, by name. */
const ACTIVATION: Readonly<Record<Exclude<HeadOutput, 'numbers'>, string>> = {
  probabilities: 'softmax',
  probability: 'sigmoid',
  logits: 'linear',
  logit: 'linear',
};

/** The last layer gives what the loss works on: as many numbers, and in the right range. */
export function checkLossAndHead(context: ModelCheckContext, shape: Shape): readonly Problem[] {
  const loss = context.parts.at('loss', 'training', 'loss');
  if (!loss) return [];
  return [...wrongSize(context, shape, loss.head), ...wrongActivation(context, loss.head)];
}

function wrongSize(context: ModelCheckContext, shape: Shape, head: HeadOutput): Problem[] {
  const { spec, target } = context;
  const last = spec.model.layers.length - 1;
  const path = ['model', 'layers', last];
  const expected =
    head === 'probability' || head === 'logit'
      ? 1
      : target.kind === 'classes'
        ? target.classes.length
        : target.names.length;
  const reason =
    target.kind === 'numbers'
      ? `one per target: ${target.names.join(', ')}`
      : expected === 1
        ? `the probability of "${target.classes[1] ?? ''}"`
        : `one per class of "${target.name}": ${enumerate(target.classes)}`;
  const lastSpec = spec.model.layers[last]!;
  if (shape.length !== 1) {
    return [
      problemAt(context, path, {
        message: `the model gives ${shape.join(' × ')} values per row instead of a plain list of ${expected}`,
        fix: `End with { type: flatten } and { type: dense, units: ${expected} }.`,
      }),
    ];
  }
  if (shape[0] === expected) return [];
  const hasUnits = typeof lastSpec.units === 'number';
  return [
    problemAt(context, hasUnits ? [...path, 'units'] : path, {
      message: `the model gives ${count(shape[0]!, 'number')} per row, but the loss ${spec.training.loss.type} needs ${expected}`,
      expected: `${expected}, ${reason}`,
      fix: hasUnits
        ? `Set units: ${expected} in the last layer.`
        : `End with { type: dense, units: ${expected} }.`,
    }),
  ];
}

function wrongActivation(context: ModelCheckContext, head: HeadOutput): Problem[] {
  const { layers } = context.spec.model;
  const index = layers.findLastIndex(({ type }) => !TRANSPARENT.includes(type));
  const option = layers[index]?.type === 'activation' ? 'function' : 'activation';
  const activation = layers[index]?.[option] as ComponentSpec | undefined;
  if (activation === undefined) return [];
  const loss = context.spec.training.loss.type;
  const path = ['model', 'layers', index, option];
  if (head === 'numbers') {
    if (activation.type !== 'softmax') return [];
    return [
      problemAt(context, path, {
        message: `the loss ${loss} predicts numbers, but softmax gives shares that sum to 1`,
        fix: 'Remove the activation of the last layer.',
      }),
    ];
  }
  const wanted = ACTIVATION[head];
  if (activation.type === wanted) return [];
  const isLogits = wanted === 'linear';
  // Some losses, as hinge, take nothing else.
  const choseLogits = context.spec.training.loss.from === 'logits';
  const meaning = {
    probabilities: 'probabilities that sum to 1',
    probability: 'a probability',
    logits: 'unbounded scores',
    logit: 'an unbounded score',
  }[head];
  return [
    problemAt(context, path, {
      message: `the loss ${loss}${choseLogits ? ' with from: logits' : ''} needs ${meaning} from the last layer`,
      expected: isLogits ? 'no activation, which is linear' : `activation: ${wanted}`,
      received: `activation: ${activation.type}`,
      fix: isLogits
        ? `Remove the activation of the last layer${choseLogits ? ', or from: logits' : ''}.`
        : `Set activation: ${wanted} in the last layer${activation.type === 'linear' ? ', or from: logits in the loss' : ''}.`,
    }),
  ];
}

function enumerate(names: readonly string[]): string {
  return names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')}, …`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
