import * as tf from '#tensorflow';
import { ComponentProblem, type ComponentSpec } from '../component/component.ts';
import type { Registry } from '../component/registry.ts';
import type { Stream } from '../random/stream.ts';
import { nameLayers } from './layer-names.ts';
import type { LayerPart, Shape } from './layer.ts';
import type { Model, Weight } from './model.ts';

/** What a model is built from, besides its layers. */
export interface ModelContext {
  /** Without the batch axis. */
  readonly inputShape: Shape;
  readonly registry: Registry;
  /** The stream `model` of the run. Each layer derives its own by name, so layers do not disturb each other. */
  readonly stream: Stream;
}

/** A layer with its name and the shape that comes out of it. */
export interface PlannedLayer {
  readonly name: string;
  readonly type: string;
  readonly part: LayerPart;
  readonly outputShape: Shape;
}

/** A layer that does not suit what stands before it. */
export class LayerProblem extends ComponentProblem {
  /** Index in the list of layers. */
  readonly index: number;

  constructor(index: number, problem: ComponentProblem) {
    super(problem.message, {
      ...(problem.option !== undefined && { option: problem.option }),
      ...(problem.fix !== undefined && { fix: problem.fix }),
    });
    this.index = index;
  }
}

/**
 * Names the layers, builds their parts and computes every shape, without a tensor: for checks before data is
 * loaded.
 * @param step number of the training step, for layers that draw at every call
 * @throws LayerProblem for the first layer that does not fit.
 */
export function planModel(
  layers: readonly ComponentSpec[],
  { inputShape, registry, stream }: ModelContext,
  step: () => number = () => 0,
): readonly PlannedLayer[] {
  const names = nameLayers(layers);
  let shape = inputShape;
  return layers.map((spec, index) => {
    const { type } = spec;
    const name = names[index]!;
    try {
      const part = registry.build('layer', spec, { name, stream: stream.derive(name), step, registry });
      shape = part.outputShape(shape);
      return { name, type, part, outputShape: shape };
    } catch (problem) {
      throw problem instanceof ComponentProblem ? new LayerProblem(index, problem) : problem;
    }
  });
}

/**
 * Builds a model: a chain of layers with initial weights from named streams.
 * @throws LayerProblem for the first layer that does not fit.
 */
export function buildModel(layers: readonly ComponentSpec[], context: ModelContext): Model {
  let trainingStep = 0;
  const plan = planModel(layers, context, () => trainingStep);
  const input = tf.input({ shape: [...context.inputShape], name: 'input' });
  let output = input;
  const built = plan.map(({ name, type, part, outputShape }) => {
    const before = output;
    output = part.apply(before);
    const chain = layersBetween(before, output);
    const weights = chain.flatMap((layer) => weightsOf(layer, part));
    return { chain, weights, summary: { name, type, outputShape, parameters: sizeOf(weights) } };
  });

  const chain = built.flatMap((layer) => layer.chain);
  const weights = built.flatMap((layer) => layer.weights);
  const layersModel = tf.model({ inputs: input, outputs: output, name: 'model' });
  const evaluation = {};
  const training = { training: true };
  return {
    inputShape: context.inputShape,
    outputShape: plan.at(-1)?.outputShape ?? context.inputShape,
    layers: built.map((layer) => layer.summary),
    weights,
    parameters: { total: sizeOf(weights), trainable: sizeOf(weights.filter((weight) => weight.trainable)) },
    layersModel,
    forward(values, step) {
      if (step !== undefined) trainingStep = step;
      const mode = step === undefined ? evaluation : training;
      // Layer by layer: going through the graph of TensorFlow.js costs more than a small layer itself.
      let current = values;
      for (const layer of chain) current = layer.call(current, mode) as tf.Tensor;
      // Layers that do nothing in evaluation hand their input on; the caller may dispose of the outputs.
      return current === values ? values.clone() : current;
    },
    dispose: () => {
      layersModel.dispose();
    },
  };
}

/** The layers of TensorFlow.js that lead from one symbolic tensor to another, first one first. */
function layersBetween(from: tf.SymbolicTensor, to: tf.SymbolicTensor): tf.layers.Layer[] {
  const chain: tf.layers.Layer[] = [];
  for (let tensor = to; tensor !== from; tensor = tensor.inputs[0]!) chain.unshift(tensor.sourceLayer);
  return chain;
}

function weightsOf(layer: tf.layers.Layer, part: LayerPart): Weight[] {
  return layer.weights.map((weight) => {
    const variable = weight.read();
    if (!(variable instanceof tf.Variable)) throw new Error(`${weight.name} is not a variable`);
    return {
      name: weight.originalName,
      variable,
      trainable: weight.trainable,
      penalty: part.penalties?.[weight.originalName.slice(layer.name.length + 1)],
    };
  });
}

function sizeOf(weights: readonly Weight[]): number {
  return weights.reduce((sum, weight) => sum + weight.variable.size, 0);
}
