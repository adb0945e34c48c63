import { ComponentProblem, type ComponentSpec } from '../component/component.ts';
import type { Registry } from '../component/registry.ts';
import type { Stream } from '../random/stream.ts';
import type { LayerPart, Shape } from './layer.ts';
import { LayerProblem, wireLayers } from './wiring.ts';

/** What a model is built from, besides its layers. */
export interface ModelContext {
  /** Without the batch axis. */
  readonly inputShape: Shape;
  readonly registry: Registry;
  /** The stream `model` of the run. Each layer derives its own by name, so layers do not disturb each other. */
  readonly stream: Stream;
}

/** A layer with its name, where its inputs come from and the shape that comes out of it. */
export interface PlannedLayer {
  readonly name: string;
  readonly type: string;
  readonly part: LayerPart;
  /** Places of its inputs: 0 is the model's input, `n + 1` the output of layer `n`. */
  readonly sources: readonly number[];
  readonly outputShape: Shape;
}

/**
 * Names and wires the layers, builds their parts and computes every shape, without a tensor: for checks before
 * data is loaded.
 * @param step number of the training step, for layers that draw at every call
 * @throws LayerProblem for the first layer that does not fit.
 */
export function planModel(
  layers: readonly ComponentSpec[],
  { inputShape, registry, stream }: ModelContext,
  step: () => number = () => 0,
): readonly PlannedLayer[] {
  const { names, sources, problems } = wireLayers(layers);
  if (problems[0]) throw problems[0];
  const shapes = [inputShape];
  return layers.map((spec, index) => {
    const { type } = spec;
    const name = names[index]!;
    try {
      const part = registry.build('layer', spec, { name, stream: stream.derive(name), step, registry });
      const outputShape = outputShapeOf(type, part, sources[index]!.map((place) => shapes[place]!)); // prettier-ignore
      shapes.push(outputShape);
      return { name, type, part, sources: sources[index]!, outputShape };
    } catch (problem) {
      throw problem instanceof ComponentProblem ? new LayerProblem(index, problem) : problem;
    }
  });
}

/**
 * The shape that comes out of a layer with these inputs.
 * @throws ComponentProblem when they are too many or too few, or their shapes do not suit it.
 */
export function outputShapeOf(type: string, part: LayerPart, inputs: readonly Shape[]): Shape {
  const [first, ...others] = inputs;
  if (first === undefined) throw new Error('a layer has at least one input');
  if (part.joins !== true && others.length > 0) {
    throw new ComponentProblem(`${type} takes one input, but has ${inputs.length}`, {
      option: 'inputs',
      fix: 'Put a layer before it that joins them: add, average, concatenate, maximum or multiply.',
    });
  }
  if (part.joins === true && others.length === 0) {
    throw new ComponentProblem(`${type} needs two inputs or more, but has only one`, {
      option: 'inputs',
      fix: 'Name them, e.g. inputs: [input, dense_1].',
    });
  }
  return part.outputShape(first, ...others);
}
