import * as tf from '#tensorflow';
import type { ComponentSpec } from '../component/component.ts';
import type { LayerPart, RegularizerPart } from './layer.ts';
import type { Model, Weight } from './model.ts';
import { planModel, type ModelContext, type PlannedLayer } from './plan.ts';
import { MODEL_INPUT } from './wiring.ts';

/** A layer of TensorFlow.js as `forward` calls it. */
interface Call {
  readonly layer: tf.layers.Layer;
  /** Places of its inputs among the outputs so far; 0 is the model's input. */
  readonly sources: readonly number[];
  readonly activityPenalty: RegularizerPart | undefined;
}

/**
 * Builds a model: layers in the order of the list, each taking what earlier ones give, with initial weights from
 * named streams.
 * @throws LayerProblem for the first layer that does not fit.
 */
export function buildModel(layers: readonly ComponentSpec[], context: ModelContext): Model {
  let trainingStep = 0;
  const plan = planModel(layers, context, () => trainingStep);
  const input = tf.input({ shape: [...context.inputShape], name: MODEL_INPUT });
  const outputs = [input];
  const calls: Call[] = [];
  // Where the output of a layer of the list stands among those of the layers of TensorFlow.js.
  const places = [0];
  const built = plan.map(({ name, type, part, sources, outputShape }) => {
    const from = sources.map((source) => outputs[source]!);
    const output = part.apply(from[0]!, ...from.slice(1));
    outputs.push(output);
    const chain = layersBetween(from, output);
    chain.forEach((layer, index) => {
      calls.push({
        layer,
        sources: index === 0 ? sources.map((source) => places[source]!) : [calls.length],
        activityPenalty: index === chain.length - 1 ? part.activityPenalty : undefined,
      });
    });
    // A layer that hands on the very tensor it was given adds none of TensorFlow.js.
    places.push(chain.length === 0 ? places[sources[0]!]! : calls.length);
    const weights = chain.flatMap((layer) => weightsOf(layer, name, part));
    const inputs = sources.map((source) => (source === 0 ? MODEL_INPUT : plan[source - 1]!.name));
    return { weights, summary: { name, type, inputs, outputShape, parameters: sizeOf(weights) } };
  });

  const weights = built.flatMap((layer) => layer.weights);
  const layersModel = tf.model({ inputs: input, outputs: outputs.at(-1)!, name: 'model' });
  const evaluation = {};
  const training = { training: true };
  const model: Model = {
    inputShape: context.inputShape,
    outputShape: plan.at(-1)?.outputShape ?? context.inputShape,
    layers: built.map((layer) => layer.summary),
    weights,
    parameters: { total: sizeOf(weights), trainable: sizeOf(weights.filter((weight) => weight.trainable)) },
    layersModel,
    forward(values, step, observe) {
      if (step !== undefined) trainingStep = step;
      const mode = step === undefined ? evaluation : training;
      // Layer by layer: going through the graph of TensorFlow.js costs more than a small layer itself.
      const results = [values];
      for (const { layer, sources, activityPenalty } of calls) {
        const inputs =
          sources.length === 1 ? results[sources[0]!]! : sources.map((source) => results[source]!);
        const result = layer.call(inputs, mode) as tf.Tensor;
        results.push(result);
        if (activityPenalty) observe?.(result, activityPenalty);
      }
      const output = results.at(-1)!;
      // Layers that do nothing in evaluation hand their input on; the caller may dispose of the outputs.
      return output === values ? values.clone() : output;
    },
    dispose: () => {
      layersModel.dispose();
    },
  };
  plans.set(model, plan);
  return model;
}

const plans = new WeakMap<Model, readonly PlannedLayer[]>();

/**
 * The layers that a model was built from, for those who compute it in another way, as the fused training step does.
 * Undefined for a model that was made by hand or changed since, a copy of another included.
 */
export function layersOf(model: Model): readonly PlannedLayer[] | undefined {
  return plans.get(model);
}

/** The chain of layers of TensorFlow.js that leads from symbolic tensors to another, first one first. */
function layersBetween(from: readonly tf.SymbolicTensor[], to: tf.SymbolicTensor): tf.layers.Layer[] {
  const chain: tf.layers.Layer[] = [];
  for (let tensor = to; !from.includes(tensor); tensor = tensor.inputs[0]!) chain.unshift(tensor.sourceLayer);
  return chain;
}

function weightsOf(layer: tf.layers.Layer, name: string, part: LayerPart): Weight[] {
  return layer.weights.map((weight) => {
    const variable = weight.read();
    if (!(variable instanceof tf.Variable)) throw new Error(`${weight.name} is not a variable`);
    return {
      name: weight.originalName,
      variable,
      trainable: weight.trainable,
      penalty: part.penalties?.[weight.originalName.slice(name.length + 1)],
    };
  });
}

function sizeOf(weights: readonly Weight[]): number {
  return weights.reduce((sum, weight) => sum + weight.variable.size, 0);
}
