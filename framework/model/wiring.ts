import { distance } from 'fastest-levenshtein';
import { ComponentProblem, type ComponentSpec } from '../component/component.ts';
import { nameLayers } from './layer-names.ts';

/** The name by which layers take the model's input. No layer may be called so. */
export const MODEL_INPUT = 'input';

/** A layer that does not suit what stands before it. */
export class LayerProblem extends ComponentProblem {
  /** Index in the list of layers. */
  readonly index: number;

  constructor(
    index: number,
    problem: { message: string; option?: string | undefined; fix?: string | undefined },
  ) {
    super(problem.message, {
      ...(problem.option !== undefined && { option: problem.option }),
      ...(problem.fix !== undefined && { fix: problem.fix }),
    });
    this.index = index;
  }
}

/** Which layer takes its input from which: an acyclic graph, because layers take only from earlier ones. */
export interface Wiring {
  readonly names: readonly string[];
  /** For every layer, the places of its inputs: 0 is the model's input, `n + 1` the output of layer `n`. */
  readonly sources: readonly (readonly number[])[];
  /** Names that lead nowhere, and outputs that nobody takes. */
  readonly problems: readonly LayerProblem[];
}

/**
 * Follows the option `inputs` of every layer; without it a layer takes what the layer before it in the list
 * gives, and the first one the model's input. The last layer gives the model's output.
 */
export function wireLayers(layers: readonly ComponentSpec[]): Wiring {
  const names = nameLayers(layers);
  const places = [MODEL_INPUT, ...names];
  const problems: LayerProblem[] = [];
  const sources = layers.map(({ inputs }, index) => {
    if (!Array.isArray(inputs)) return [index];
    return (inputs as string[]).map((name, at, all) => {
      if (all.indexOf(name) < at) problems.push(namedTwice(name, index, at));
      const place = places.indexOf(name);
      if (place >= 0 && place <= index) return place;
      problems.push(unreachable(name, index, at, places));
      return index;
    });
  });
  // While a name leads nowhere, what seems unused may be what it meant.
  if (problems.length === 0) problems.push(...unusedOutputs(names, sources));
  return { names, sources, problems };
}

function unreachable(name: string, index: number, at: number, places: readonly string[]): LayerProblem {
  const earlier = places.slice(0, index + 1);
  const option = `inputs.${at}`;
  const place = places.indexOf(name);
  if (place === index + 1) {
    return new LayerProblem(index, {
      message: `the layer "${name}" cannot take its own output`,
      option,
      fix: `Name a layer before it: ${earlier.join(', ')}.`,
    });
  }
  if (place > index) {
    return new LayerProblem(index, {
      message: `the layer "${name}" comes later, but a layer takes only what layers before it give`,
      option,
      fix: `Move "${name}" before this layer, or name one of: ${earlier.join(', ')}.`,
    });
  }
  const similar = earlier.toSorted((a, b) => distance(a, name) - distance(b, name))[0]!;
  return new LayerProblem(index, {
    message: `there is no layer "${name}"`,
    option,
    fix:
      distance(similar, name) <= Math.max(1, name.length / 3)
        ? `Did you mean "${similar}"?`
        : `Name the model's input or a layer before this one: ${earlier.join(', ')}.`,
  });
}

/** TensorFlow.js frees an output too early when it runs a saved model in which one layer takes it twice. */
function namedTwice(name: string, index: number, at: number): LayerProblem {
  return new LayerProblem(index, {
    message: `the layer takes "${name}" twice`,
    option: `inputs.${at}`,
    fix: 'Name every input once.',
  });
}

function unusedOutputs(names: readonly string[], sources: Wiring['sources']): LayerProblem[] {
  const used = new Set(sources.flat());
  return names.flatMap((name, index) =>
    index === names.length - 1 || used.has(index + 1)
      ? []
      : new LayerProblem(index, {
          message: `nothing uses the output of the layer "${name}"`,
          fix: `Name it among the inputs of a later layer, such as { type: add, inputs: [${name}, …] }, or remove it.`,
        }),
  );
}
